import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { startSampleServer, type SampleServer } from '../support/sample-server.js';

/** Written as clients write it, and so that it is Fastify's to read. */
const DIRECT = 'application/json';
const OTHERWISE = 'application/json; charset="utf-8"';

let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer();
});

afterAll(() => server.app.close());

const LARGE = '{ articles(first: 50) { nodes { id headline } } }';
const hash = createHash('sha256').update(LARGE).digest('hex');
const withHash = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

test.each<[string, unknown, Record<string, string>]>([
  ['a query', { query: '{ echo(text: "Nhịp Cầu") }' }, {}],
  [
    'one with a name and variables',
    { query: 'query Said($text: String) { echo(text: $text) }', variables: { text: 'Cầu' } },
    {},
  ],
  [
    'a client that takes the media type of GraphQL',
    { query: '{ __typename }' },
    { accept: 'application/graphql-response+json' },
  ],
  ['a long answer', { query: LARGE }, { 'accept-encoding': 'identity' }],
  ['a long answer to who takes brotli', { query: LARGE }, { 'accept-encoding': 'gzip, br' }],
  ['a long answer to who takes gzip', { query: LARGE }, { 'accept-encoding': 'x-gzip;q=0.5, gzip' }],
  ['a long answer to who takes no gzip', { query: LARGE }, { 'accept-encoding': 'gzip;q=0' }],
  ['a long answer to who takes anything', { query: LARGE }, { 'accept-encoding': '*' }],
  ['a query to be registered', { query: LARGE, ...withHash(hash) }, {}],
  ['one asked for by its hash', withHash(hash), {}],
  ['a hash that nobody has registered', withHash('0'.repeat(64)), {}],
  ['a hash that is no text', withHash(1), {}],
  ['a mistake in a query', { query: '{ ecko }' }, {}],
  ['a wrong variable', { query: 'query ($text: String) { echo(text: $text) }', variables: { text: 1 } }, {}],
  ['a refusal in the answer', { query: '{ refused }' }, {}],
  ['a bug', { query: '{ bug }' }, {}],
  ['a database that is away', { query: '{ databaseAway }' }, {}],
  ['a mutation', { query: 'mutation { change }' }, {}],
  ['nothing', '', {}],
  ['what is no JSON', '{', {}],
  ['what is no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}],
  ['a list', [{ query: '{ __typename }' }], {}],
  ['no document', {}, {}],
  ['a text', '"query"', {}],
  ['an id of its own', { query: '{ __typename }' }, { 'x-request-id': 'partner-7' }],
  ['a page’s origin', { query: '{ __typename }' }, { origin: 'https://embassy.example' }],
])('%s is answered the same with Fastify and without it', async (_what, body, headers) => {
  const [direct, otherwise] = [await ask(body, DIRECT, headers), await ask(body, OTHERWISE, headers)];
  expect(direct).toEqual(otherwise);
  // A second time the query may be known.
  expect(await ask(body, DIRECT, headers)).toEqual(otherwise);
});

/** An answer without what is another each time, and the line about it. */
async function ask(body: any, type: string, headers: Record<string, string>): Promise<unknown> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const before = server.lines.length;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body: isRaw ? (body as string) : JSON.stringify(body),
  });
  const text = await response.text();
  while (!server.lines.slice(before).some(({ msg }) => msg === 'request')) await new Promise(setImmediate);

  // Fastify ends the connection of a body that it could not read, which has come whole all the same.
  const { date, 'x-request-id': id, connection: _, 'keep-alive': __, ...others } = Object.fromEntries(response.headers);
  expect(date).toBeDefined();
  expect(id).toMatch(headers['x-request-id'] ?? /^[0-9a-f-]{36}$/);
  // Fastify compresses as it sends.
  if (others['content-encoding'] !== undefined) {
    delete others['content-length'];
    delete others['transfer-encoding'];
  }
  const logged = server.lines.slice(before).map(({ time: _time, ms, err: _err, ...line }) => {
    expect(line.requestId).toBe(id);
    return { ...line, ms: typeof ms, requestId: 'the same' };
  });
  return { status: response.status, headers: others, text: text.replaceAll(id!, 'the same'), logged };
}

test('a client that goes before all of its question is here leaves nothing behind but a line', async () => {
  const before = server.lines.length;
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":',
  );
  await new Promise(resolve => setTimeout(resolve, 50));
  socket.destroy();
  while (server.lines.length === before) await new Promise(setImmediate);
  expect(server.lines.slice(before)).toEqual([expect.objectContaining({ msg: 'request', status: 499 })]);
  expect((await server.ask({ query: '{ __typename }' })).status).toBe(200);
});
