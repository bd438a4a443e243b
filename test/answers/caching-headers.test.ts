import { createHash } from 'node:crypto';
import { type AnswersServer, serveWithAnswers } from '../support/answers-desk.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;
let server: AnswersServer;

beforeAll(async () => {
  desk = await openDesk();
  desk.now = new Date(Date.now() + 60_000);
  server = await serveWithAnswers(desk);
  await desk.take('desk', { identity: 'one', headline: 'Một' });
});

afterAll(async () => {
  await server.close();
  await desk.close();
});

const QUERY = '{ articles { nodes { headline } } }';

function get(query = QUERY, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const address = `${server.url}/graphql?query=${encodeURIComponent(query)}`;
  return fetch(address, { method, headers: { 'apollo-require-preflight': 'true', ...headers } });
}

test('a visitor may keep an answer to a GET for a minute, and is told when it is still right', async () => {
  const first = await get();
  const etag = first.headers.get('etag')!;
  expect(first.headers.get('cache-control')).toBe('public, max-age=60');
  expect(first.headers.get('vary')).toContain('authorization, x-api-key');
  expect(await first.json()).toMatchObject({ data: { articles: { nodes: [{ headline: 'Một' }] } } });

  const second = await get();
  expect(second.headers.get('etag')).toBe(etag);
  expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
  const head = await get(QUERY, {}, 'HEAD');
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);

  const third = await get(QUERY, { 'if-none-match': etag });
  expect([third.status, await third.text()]).toEqual([304, '']);
  expect(third.headers.get('ratelimit')).toMatch(/^"minute";r=/);

  await desk.take('desk', { identity: 'one', headline: 'Hai' });
  const fourth = await get(QUERY, { 'if-none-match': etag });
  expect(fourth.status).toBe(200);
  expect(fourth.headers.get('etag')).not.toBe(etag);
});

test('a change elsewhere leaves the ETag of an answer as it was', async () => {
  const query = '{ topic(slug: "sport") { name } }';
  const etag = (await get(query)).headers.get('etag')!;
  await desk.take('desk', { identity: 'one', headline: 'Ba' });
  expect((await get(query, { 'if-none-match': etag })).status).toBe(304);
});

test('nobody keeps an answer beyond the next moment at which time alone changes it', async () => {
  await desk.take('desk', {
    identity: 'two',
    headline: 'Soon',
    embargoedUntil: new Date(desk.now.getTime() + 20_500),
  });
  expect((await get()).headers.get('cache-control')).toBe('public, max-age=20');
  desk.now = new Date(desk.now.getTime() + 20_000);
  expect((await get()).headers.get('cache-control')).toBe('public, max-age=0');
  desk.now = new Date(desk.now.getTime() + 500);
  const after = await get();
  expect(after.headers.get('cache-control')).toBe('public, max-age=60');
  expect(await after.text()).toContain('Soon');
});

test('what is sent to a key is for its holder alone', async () => {
  const { headers } = await partnerWithKey(desk, 'lao-daily', ['read']);
  for (const _ of ['made', 'kept']) {
    const answer = await get(QUERY, headers);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
  }
});

test.each([
  ['an error', '{ articles(first: 1000) { nodes { headline } } }'],
  ['half an answer', '{ topic(slug: "sport") { name } articles(first: 1000) { nodes { headline } } }'],
  ['a query that is refused', '{ nothing }'],
  ['what depends on who asks', '{ me { quota { remaining } } }'],
])('%s is not to be kept', async (_, query) => {
  const answer = await get(query);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('etag')).toBeNull();
});

test('a GET that any page could have sent is refused, though its answer is kept', async () => {
  await get();
  const answer = await fetch(`${server.url}/graphql?query=${encodeURIComponent(QUERY)}`);
  expect(answer.status).toBe(400);
});

test('an address that names the query twice is refused, though the second is kept', async () => {
  await get();
  const once = `query=${encodeURIComponent(QUERY)}`;
  const answer = await fetch(`${server.url}/graphql?${once}&${once}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  expect(answer.status).toBe(400);
});

test('answers to POST are not to be kept by others', async () => {
  for (const _ of ['made', 'kept']) {
    const { headers } = await server.ask({ query: QUERY });
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('a registered query is answered from memory by its hash', async () => {
  const sha256Hash = createHash('sha256').update(QUERY).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  expect((await server.ask({ extensions })).errors[0]!.extensions['code']).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect((await server.ask({ query: QUERY, extensions })).errors).toEqual([]);
  await server.ask({ extensions });
  desk.statements.length = 0;
  expect((await server.ask({ extensions })).data).toMatchObject({ articles: { nodes: expect.any(Array) } });
  expect(desk.statements).toHaveLength(1);
});
