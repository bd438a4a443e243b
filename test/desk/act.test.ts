import { getNamedType, type GraphQLInputType, isEnumType, isInputObjectType, isRequiredInputField } from 'graphql';
import { buildGatewaySchema } from '../../src/schema.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import type { Answer, SampleServer } from '../support/sample-server.js';

let desk: Desk;
let servers: SampleServer[];
let editor: Record<string, string>;
let reader: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  servers = [await serveDesk(desk), await serveDesk(desk)];
  editor = (await partnerWithKey(desk, 'editors', ['desk'])).headers;
  reader = (await partnerWithKey(desk, 'readers', ['read', 'webhooks', 'admin'])).headers;
});

afterAll(async () => {
  for (const { app } of servers) await app.close();
  await desk.close();
});

const SAVE = `mutation ($input: SaveTopicInput!) {
  saveTopic(input: $input) { topic { slug name(language: "en") parent { slug } } }
}`;

const save = (input: object, headers = editor, server = servers[0]!): Promise<Answer> =>
  server.ask({ query: SAVE, variables: { input } }, headers);

const named = (text: string) => [{ language: 'en', text }];
const count = async (table: string): Promise<number> =>
  (await desk.db.query(`select count(*)::int as count from ${table}`))[0].count;

test('the desk stores a topic and changes it, and what it leaves out stays', async () => {
  const stored = await save({ slug: 'space', names: named('Space'), parent: 'politics' });
  expect(stored).toMatchObject({ status: 200, errors: [] });
  expect(stored.data).toEqual({ saveTopic: { topic: { slug: 'space', name: 'Space', parent: { slug: 'politics' } } } });

  const { data } = await save({ slug: 'space', names: named('Outer space') });
  expect(data).toEqual({ saveTopic: { topic: { slug: 'space', name: 'Outer space', parent: { slug: 'politics' } } } });
  const moved = await save({ slug: 'space', parent: null });
  expect(moved.data).toEqual({ saveTopic: { topic: { slug: 'space', name: 'Outer space', parent: null } } });
});

test('a client key does one thing once, one after the other and at the same time', async () => {
  const input = { slug: 'rail', names: named('Railways'), clientKey: 'intent-1' };
  const [before, entries] = [await count('change'), await count('audit_entry')];
  const answers = await Promise.all([0, 1, 2, 3].map(number => save(input, editor, servers[number % 2])));
  answers.push(await save(input));

  for (const { errors, data } of answers) {
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ saveTopic: { topic: { slug: 'rail' } } });
  }
  expect(await count('change')).toBe(before + 1);
  expect(await count('audit_entry')).toBe(entries + 1);

  const { errors } = await save({ ...input, names: named('Trains') });
  expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT', argument: 'clientKey' } }]);
  expect(await count('change')).toBe(before + 1);
});

test('a client key that is 90 days old, or was refused before, may be used anew', async () => {
  const refused = await save({ slug: 'sea', names: [], clientKey: 'intent-2' });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'input.names' } }]);
  expect((await save({ slug: 'sea', names: named('Sea'), clientKey: 'intent-2' })).errors).toEqual([]);

  const began = desk.now;
  desk.now = new Date(began.getTime() + 91 * 24 * 3_600_000);
  const later = await save({ slug: 'sea', names: named('The sea'), clientKey: 'intent-2' });
  desk.now = began;
  expect(later.data).toMatchObject({ saveTopic: { topic: { name: 'The sea' } } });
});

test('what each did is written down, with the partner, the key and what it was done to', async () => {
  const { data } = await save({ slug: 'law', names: named('L'.repeat(299)), clientKey: 'intent-3' });
  expect(data).not.toBeNull();
  const [entry] = await desk.db.query('select * from audit_entry order by id desc limit 1');
  expect(entry).toMatchObject({
    actor: 'editors',
    key_prefix: expect.stringMatching(/./),
    action: 'saveTopic',
    input: { slug: 'law' },
    subjects: [expect.stringMatching(/^top_/)],
    client_key: 'intent-3',
    happened_at: desk.now,
  });
});

test('nobody else writes: a visitor is to bring a key, a partner another one', async () => {
  const entries = await count('audit_entry');
  const input = { slug: 'theft', names: named('Theft') };
  const visitor = await save(input, {});
  expect(visitor.status).toBe(401);
  expect(visitor.errors).toMatchObject([
    { message: expect.stringMatching(/key/), extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  const partner = await save(input, reader);
  expect(partner.status).toBe(403);
  expect(partner.errors).toMatchObject([
    { message: expect.stringMatching(/"desk"/), extensions: { code: 'FORBIDDEN', scopes: ['desk'] } },
  ]);
  expect(await count('audit_entry')).toBe(entries);
});

test('a mutation is refused over GET, and costs at least ten points', async () => {
  const url = new URL(`${servers[0]!.url}/graphql`);
  url.searchParams.set('query', SAVE);
  url.searchParams.set('variables', JSON.stringify({ input: { slug: 'got', names: named('Got') } }));
  const answer = await fetch(url, { headers: { ...editor, 'apollo-require-preflight': '1' } });
  expect(answer.status).toBe(405);

  const { headers } = await save({ slug: 'posted', names: named('Posted') });
  expect(Number(headers.get('x-query-cost'))).toBeGreaterThanOrEqual(10);
});

test('every mutation refuses visitors, and partners whose key has another scope', async () => {
  const mutations = Object.values((await buildGatewaySchema()).getMutationType()!.getFields());
  expect(mutations.length).toBeGreaterThan(5);
  const stranger = (await partnerWithKey(desk, 'strangers', ['webhooks'])).headers;
  for (const { name, args } of mutations) {
    const query = `mutation ($input: ${String(args[0]!.type)}) { ${name}(input: $input) { __typename } }`;
    const variables = { input: stand(args[0]!.type) };
    const visitor = await servers[0]!.ask({ query, variables });
    expect([name, visitor.status, visitor.errors[0]?.extensions.code]).toEqual([name, 401, 'UNAUTHENTICATED']);
    const partner = await servers[0]!.ask({ query, variables }, stranger);
    expect([name, partner.status, partner.errors[0]?.extensions.code]).toEqual([name, 403, 'FORBIDDEN']);
  }
});

const VALUES: Record<string, unknown> = { DateTime: '2022-08-01T00:00:00Z', Locale: 'en', Boolean: false, Int: 1 };

/** A value that GraphQL takes for a type, with nothing in it that may be left out. */
function stand(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (!isInputObjectType(named)) return VALUES[named.name] ?? 'x';
  const needed = Object.values(named.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(needed.map(field => [field.name, stand(field.type)]));
}
