import { readAnswer, startSampleServer, type Answer, type SampleServer } from '../support/sample-server.js';

let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer();
});
afterAll(() => server.app.close());

const nested = (levels: number, field = 'related') =>
  `{ article(id: 1) { ${`${field} { `.repeat(levels)} id ${'} '.repeat(levels)} } }`;
const numbered = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

describe('a query that asks for too much is refused before any of it runs', () => {
  test.each([
    ['twenty levels deep', nested(20), /22 levels deep, and at most 12/],
    ['twenty levels deep behind fragments', deepFragments(20), /levels deep, and at most 12/],
    [
      'six levels of related articles',
      nested(6, 'related(first: 10)'),
      /2,222,221 points.*Most of it is article\.related/,
    ],
    ['a large page in a large page', pages('first: 100'), /points, and at most 20,000/],
    ['a large page in a large page, from the end', pages('last: 100'), /points, and at most 20,000/],
    ['one field under a thousand names', `{ ${numbered(900, i => `a${i}:__typename`)} }`, /900 fields at the top/],
    ['many topics', `{ ${numbered(101, i => `t${i}: topic(slug: "${i}") { id }`)} }`, /101 fields at the top/],
    [
      'many aliases inside',
      `{ article(id: 1) { ${numbered(201, i => `r${i}: related(first: ${i}) { id }`)} } }`,
      /201 aliases, and at most 200/,
    ],
    [
      'one body under eleven names',
      `{ article(id: 1) { ${numbered(11, i => `b${i}: body`)} } }`,
      /Article\.body is asked/,
    ],
    ['names spread over fragments', aliasesInFragments(), /Article\.body is asked for under more than 10 names/],
    [
      'a hundred pages of a hundred',
      `{ ${numbered(100, i => `a${i}: articles(first: 99, published: "20${String(i).padStart(2, '0')}-07-18") { nodes { body } }`)} }`,
      /points, and at most/,
    ],
    ['fragments that double at each step', doublingFragments(40), /too large once its fragments are written out/],
  ])('%s', async (_what, query, message) => {
    const answer = await server.ask({ query });

    expectRefusal(answer, message);
    expect(answer.data).toBeNull();
  });

  test('a size that comes in a variable counts as much as one in the query', async () => {
    const query = `query ($n: Int) ${nested(5, 'related(first: $n)')}`;

    expect((await server.ask({ query, variables: { n: 1 } })).status).toBe(200);
    const refused = await server.ask({ query, variables: { n: 50 } });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', limit: 20_000 });
  });

  test.each([
    ['ten thousand words', `{ ${'id '.repeat(10_000)} }`, /more than 3000 words/],
    [
      'a thousand directives',
      `{ article(id: 1) { id ${'@include(if: true) '.repeat(1_000)} } }`,
      /more than 3000 words/,
    ],
    [
      'three hundred directives',
      `{ article(id: 1) { ${'id @skip(if: false) '.repeat(300)} } }`,
      /300 directives, and at most 100/,
    ],
    ['a thousand brackets', `{ article(id: 1) ${'{ related '.repeat(1_400)} }`, /Syntax Error/],
    [
      'a list in a list in a list',
      `{ echo(text: ${'['.repeat(1_400)}${']'.repeat(1_400)}) }`,
      /String cannot represent/,
    ],
    [
      'fragments in a circle',
      '{ article(id: 1) { ...A } } fragment A on Article { ...B } fragment B on Article { ...A }',
      /Cannot spread/,
    ],
    ['a hundred different mistakes', `{ ${numbered(2_500, i => `articlez${i}`)} }`, /Cannot query field/],
    [
      'introspection of introspection',
      `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`,
      /introspection/i,
    ],
  ])('%s is answered, and by the same process', async (_what, query, message) => {
    const answer = await server.ask({ query });

    expectRefusal(answer, message);
    expect(answer.text.length).toBeLessThan(150_000);
    expect((await server.ask({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  });
});

test('the same field again and again is one field', async () => {
  const { status, data } = await server.ask({ query: `{ ${'article(id: 1) { id } '.repeat(300)} }` });

  expect(status).toBe(200);
  expect(data).toEqual({ article: { id: '1' } });
});

describe('what comes with a query', () => {
  test('may be nested a hundred thousand levels deep without harm', async () => {
    const body = `{"query":"query ($t: String) { echo(text: $t) }","variables":{"t":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await readAnswer(response);

    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expectNothingLeaked(answer);
  });

  test('is not repeated at length in the error about it', async () => {
    const query = 'query ($day: Day) { articles(published: $day) { totalCount } }';
    const { text } = await server.ask({ query, variables: { day: 'x'.repeat(200_000) } });

    expect(text.length).toBeLessThan(2_000);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may be called %s', async name => {
    const query = `query ${name}($${name}: String) { ${name}: echo(text: $${name}) }`;
    const body = `{"query":${JSON.stringify(query)},"operationName":"${name}","variables":{"${name}":"x"},"__proto__":{"y":1}}`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { status, text } = await readAnswer(response);

    expect(status).toBe(200);
    expect(text.split(',"extensions":')[0]).toBe(`{"data":{"${name}":"x"}`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'toString'])('is no field called %s', async name => {
    const answer = await server.ask({ query: `{ ${name} { ${name} } }` });

    expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expectNothingLeaked(answer);
  });

  test.each([
    { version: 1, sha256Hash: { toString: 1 } },
    { version: 1, sha256Hash: '__proto__' },
    { version: 1, sha256Hash: ['a'] },
    [],
    'constructor',
  ])('is no persisted query: %j', async persistedQuery => {
    const answer = await server.ask({ extensions: { persistedQuery } });

    expect(answer.errors[0]?.extensions.code).toMatch(/^(PERSISTED_QUERY_NOT_FOUND|BAD_REQUEST|BAD_USER_INPUT)$/);
    expectNothingLeaked(answer);
  });

  test('a persisted query under the hash of another is refused', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

    expect((await server.ask({ query: '{ __typename }', extensions })).status).toBe(400);
    expect((await server.ask({ extensions })).errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('another site cannot make a visitor’s browser send a query', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;x=application/json',
  ])('as %s', async type => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"query":"mutation { change }"}',
    });
    const answer = await readAnswer(response);

    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.message).toContain('Cross-Site Request Forgery');
  });

  test('as the address of a picture', async () => {
    const answer = await readAnswer(await fetch(`${server.url}/graphql?query={__typename}`));

    expect(answer.status).toBe(400);
    expect(answer.errors[0]?.message).toContain('Cross-Site Request Forgery');
  });
});

describe('where the schema is not to be asked for', () => {
  let closed: SampleServer;

  beforeAll(async () => {
    closed = await startSampleServer({ introspection: false });
  });
  afterAll(() => closed.app.close());

  test.each(['{ __schema { queryType { name } } }', '{ __type(name: "Query") { name } }'])(
    '%s is refused',
    async query => {
      const { status, errors } = await closed.ask({ query });

      expect(status).toBe(400);
      expect(errors[0]?.message).toMatch(/^Introspection is switched off here/);
      expect(errors[0]?.message).not.toContain('Apollo');
    },
  );

  test.each([
    ['{ articlez { id } }', undefined],
    ['{ articles(frist: 1) { totalCount } }', undefined],
    ['query ($n: Int) { articles(first: $m) { totalCount } }', undefined],
  ])('no error gives a name away: %s', async query => {
    const { text } = await closed.ask({ query });

    expect(text).toContain('errors');
    expect(text).not.toMatch(/Did you mean/);
  });
});

test('nothing that was asked, and no header, is written into the log', async () => {
  await server.ask(
    { query: 'query Private($t: String) { echo(text: $t) }', variables: { t: 'a-private-text' } },
    { authorization: 'Bearer a-secret-key', cookie: 'a=secret-cookie', 'x-api-key': 'a-secret-key' },
  );
  await fetch(`${server.url}/graphql?query={echo(text:"a-private-address")}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  const log = JSON.stringify(server.lines);

  expect(log).toContain('"operationName":"Private"');
  expect(log).not.toMatch(/a-private|a-secret|secret-cookie/);
});

function expectRefusal(answer: Answer, message: RegExp): void {
  expect(answer.errors[0]?.message).toMatch(message);
  expect(answer.status).toBe(400);
  expectNothingLeaked(answer);
}

function expectNothingLeaked({ text }: Answer): void {
  expect(text).not.toMatch(/stack|node_modules|\.[jt]s:\d|Maximum call|RangeError|TypeError|Something went wrong/);
}

function pages(size: string): string {
  return `{ topic(slug: "x") { articles(${size}) { nodes { topics { articles(${size}) { nodes { id } } } } } } }`;
}

function deepFragments(levels: number): string {
  const fragments = numbered(levels, i => `fragment F${i} on Article { related { ...F${i + 1} } }`);
  return `{ article(id: 1) { ...F0 } } ${fragments} fragment F${levels} on Article { id }`;
}

function doublingFragments(steps: number): string {
  const fragments = numbered(steps, i => `fragment F${i} on Article { ...F${i + 1} ... { ...F${i + 1} } }`);
  return `{ article(id: 1) { ...F0 } } ${fragments} fragment F${steps} on Article { id }`;
}

function aliasesInFragments(): string {
  const fragments = numbered(6, i => `fragment F${i} on Article { a${i}: body b${i}: body }`);
  return `{ article(id: 1) { ${numbered(6, i => `...F${i}`)} } } ${fragments}`;
}
