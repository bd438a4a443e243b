import { createHash } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.js';
import { slow } from '../support/sample-schema.js';
import { readAnswer, startSampleServer, type SampleServer } from '../support/sample-server.js';
import { until } from '../support/until.js';

let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer();
});
afterAll(() => server.app.close());

const HEADLINES = '{ articles(first: 2) { nodes { headline } } }';
const GET = { 'apollo-require-preflight': 'true' };
const get = (parameters: Record<string, string>, headers: Record<string, string> = GET) =>
  fetch(`${server.url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
const post = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('a query', () => {
  test('is answered as JSON, with what it cost and an id to ask about it with', async () => {
    const { status, headers, data, errors } = await server.ask({ query: HEADLINES });

    expect(status).toBe(200);
    expect(data).toEqual({
      articles: { nodes: [{ headline: 'Nhịp cầu hữu nghị' }, { headline: 'Nhịp cầu hữu nghị' }] },
    });
    expect(errors).toEqual([]);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-query-cost')).toBe('12');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is answered in the media type of GraphQL when the client takes it', async () => {
    const accept = 'application/graphql-response+json, application/json;q=0.9';
    const { status, headers } = await server.ask({ query: HEADLINES }, { accept });

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('may be sent with GET, with variables and a name', async () => {
    const query = 'query A($n: Int) { articles(first: $n) { nodes { id } } } query B { __typename }';
    const answer = await readAnswer(await get({ query, operationName: 'A', variables: '{"n":1}' }));

    expect(answer.data).toEqual({ articles: { nodes: [{ id: '1' }] } });
  });

  test('is answered head only to HEAD', async () => {
    const response = await fetch(`${server.url}/graphql?query={__typename}`, { method: 'HEAD', headers: GET });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.text()).toBe('');
  });

  test('may start with a byte order mark', async () => {
    expect((await readAnswer(await post(`\uFEFF${JSON.stringify({ query: '{ __typename }' })}`))).data).toEqual({
      __typename: 'Query',
    });
  });

  test('may come from any site, without its cookies', async () => {
    const { headers } = await server.ask({ query: HEADLINES }, { origin: 'https://news.example' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toContain('x-request-id');

    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://news.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  test('may be persisted, and then asked for by its hash, over POST and GET', async () => {
    const query = '{ article(id: "1") { headline } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
    const wanted = { article: { headline: 'Nhịp cầu hữu nghị' } };

    expect((await server.ask({ extensions })).errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await server.ask({ query, extensions })).data).toEqual(wanted);
    expect((await server.ask({ extensions })).data).toEqual(wanted);
    expect((await readAnswer(await get({ extensions: JSON.stringify(extensions) }))).data).toEqual(wanted);
  });

  test('that takes too long is told so, and what was under way for it is stopped', async () => {
    const hasty = await startSampleServer({ limits: { ...DEFAULT_LIMITS, timeMs: 50 } });
    const { status, headers, errors } = await hasty.ask({ query: '{ slow(ms: 30000) }' });
    await hasty.app.close();

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(errors[0]).toMatchObject({ extensions: { code: 'QUERY_TIMEOUT' } });
    expect(hasty.lines.filter(({ msg }) => msg === 'bug')).toEqual([]);
  });

  test('whose client has gone is stopped', async () => {
    const { started, stopped } = slow;
    const leaving = new AbortController();
    const asked = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query Abandoned { slow(ms: 30000) }' }),
      signal: leaving.signal,
    });
    await until('The slow field is asked for', () => slow.started > started);
    leaving.abort();

    await expect(asked).rejects.toThrow('aborted');
    await until('It is stopped', () => slow.stopped > stopped);
    await until('It is logged', () => server.lines.some(({ status }) => status === 499));
  });
});

describe('a mistake in a request', () => {
  const asking: [what: string, ask: () => Promise<Response>, status: number, message: RegExp][] = [
    ['no body', () => post(''), 400, /empty: send a JSON object/],
    ['not JSON', () => post('{ articles { nodes } }'), 400, /not JSON: send a JSON object/],
    ['half a body', () => post('{"query": "{ __typename'), 400, /not JSON/],
    ['not UTF-8', () => post(Buffer.from('7b2271c3287d', 'hex')), 400, /not UTF-8/],
    ['a list of operations', () => post('[{"query":"{ __typename }"}]'), 400, /list: send one operation/],
    ['JSON that is no object', () => post('"{ __typename }"'), 400, /Send a JSON object/],
    ['nothing in the object', () => post('{}'), 400, /Send a JSON object/],
    ['no query', () => post('{"operationName":"A"}'), 400, /non-empty `query`/],
    ['a query that is no text', () => post('{"query":{"kind":"Document"}}'), 400, /must be strings/],
    [
      'variables that are no object',
      () => post('{"query":"{ __typename }","variables":[1]}'),
      400,
      /must be an object/,
    ],
    ['variables in GET that are no JSON', () => get({ query: '{ __typename }', variables: '{' }), 400, /invalid JSON/],
    [
      'another media type',
      () => post('<query/>', { 'content-type': 'application/xml' }),
      415,
      /Send the query as JSON/,
    ],
    ['another charset', () => post('{}', { 'content-type': 'application/json; charset=utf-16' }), 415, /in UTF-8/],
    ['a compressed body', () => post('{}', { 'content-encoding': 'gzip' }), 415, /without a content-encoding/],
    ['a media type we have not', () => post('{"query":"{ __typename }"}', { accept: 'image/png' }), 406, /accept/],
    ['another method', () => fetch(`${server.url}/graphql`, { method: 'DELETE' }), 405, /with POST, or with GET/],
    ['a mutation with GET', () => get({ query: 'mutation { change }' }), 405, /only support query operations/],
    ['a body that is too long', () => post(`{"query":"${' '.repeat(300_000)}"}`), 413, /larger than 256 kB/],
    ['an address that is too long', () => get({ query: ' '.repeat(9_000) }), 414, /send the query with POST/],
    ['an unknown version of a persisted query', () => post('{"extensions":{"persistedQuery":1}}'), 400, /version/],
    ['no such operation', () => post('{"query":"query A { __typename }","operationName":"B"}'), 400, /named "B"/],
  ];

  test.each(asking)('%s is explained as a GraphQL error', async (_what, ask, status, message) => {
    const answer = await readAnswer(await ask());

    expect(answer.status).toBe(status);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.message).toMatch(message);
    expect(answer.errors[0]?.extensions.code).toMatch(/^(BAD_|UNSUPPORTED_|METHOD_|PAYLOAD_|OPERATION_)[A-Z_]+$/);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('of a method names the methods there are', async () => {
    const response = await fetch(`${server.url}/graphql`, { method: 'PUT' });

    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });

  test('is told in the media type of GraphQL to clients that take it', async () => {
    const response = await post('{', { accept: 'application/graphql-response+json' });

    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(response.status).toBe(400);
  });
});

describe('an error', () => {
  test('in the query says what might have been meant', async () => {
    const { status, errors } = await server.ask({ query: '{ articlez { id } }' });

    expect(status).toBe(400);
    expect(errors[0]).toMatchObject({
      message: 'Cannot query field "articlez" on type "Query". Did you mean "article" or "articles"?',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  test('in a variable names it, and says what would be right', async () => {
    const query = 'query ($from: Day) { articles(published: $from) { totalCount } }';
    const { status, errors } = await server.ask({ query, variables: { from: 'yesterday' } });

    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/"\$from".*"yesterday" is not a day such as "2022-07-18"/);
  });

  test.each([
    [
      '{ articles(published: "yesterday") { totalCount } }',
      'published',
      /^published: "yesterday" is not a day such as/,
    ],
    ['{ articles(last: 1, first: "ten") { totalCount } }', 'first', /^first: Int cannot represent/],
    ['{ articles(first: [1, 2]) { totalCount } }', 'first', /^first: Int cannot represent/],
  ])('in a value written into the query names its argument: %s', async (query, argument, message) => {
    const { status, errors } = await server.ask({ query });

    expect(status).toBe(400);
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors[0]?.message).toMatch(message);
  });

  test('that is a refusal is explained, beside the data that there is', async () => {
    const { status, data, errors } = await server.ask({ query: '{ refused echo(text: "x") }' });

    expect(status).toBe(200);
    expect(data).toEqual({ refused: null, echo: 'x' });
    expect(errors).toEqual([
      {
        message: 'There is no such topic.',
        locations: [{ line: 1, column: 3 }],
        path: ['refused'],
        extensions: { code: 'NOT_FOUND', slug: 'x' },
      },
    ]);
  });

  test('of ours is masked, and logged under the id that the partner is given', async () => {
    const { text, errors } = await server.ask({ query: 'query Broken { bug }' }, { 'x-request-id': 'of-a-bug' });

    expect(errors[0]).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'of-a-bug' },
    });
    expect(text).not.toMatch(/secret|\.ts|at /);
    expect(server.lines.find(({ msg }) => msg === 'bug')).toMatchObject({
      requestId: 'of-a-bug',
      operationName: 'Broken',
      path: 'bug',
      err: { message: 'relation "secret_table" does not exist at /srv/app/secret.ts' },
    });
  });

  test('of ours before anything ran is masked too', async () => {
    const broken = await startSampleServer({
      createContext: () => {
        throw new Error('no secret_table');
      },
    });
    const { status, text, errors } = await broken.ask({ query: HEADLINES });
    await broken.app.close();

    expect(status).toBe(500);
    expect(errors[0]).toMatchObject({ message: 'Something went wrong on our side.' });
    expect(errors[0]?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(text).not.toContain('secret');
  });

  test.each([
    ['databaseAway', 'SERVICE_UNAVAILABLE'],
    ['statementTimeout', 'QUERY_TIMEOUT'],
  ])('because of the database (%s) says when to come back, and not where it is', async (field, code) => {
    const { status, headers, text, errors } = await server.ask({ query: `{ ${field} }` });

    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(errors[0]?.extensions).toEqual({ code });
    expect(text).not.toMatch(/10\.0\.0\.7|canceling/);
  });
});
