import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { closeServer } from '../../src/http/close-server.js';
import { slow } from '../support/sample-schema.js';
import { startSampleServer, type SampleServer } from '../support/sample-server.js';
import { until } from '../support/until.js';

let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer();
});
afterAll(() => server.app.close());

const picture = (name: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/demo/pictures/${name}`, { headers });

describe('the health of the gateway', () => {
  test('is alive while the process answers', async () => {
    const response = await fetch(`${server.url}/health/live`);

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  test('is ready when all it needs is', async () => {
    const response = await fetch(`${server.url}/health/ready`);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', checks: { database: 'ok' } });
  });

  test('is not ready without its database, and says so', async () => {
    const checks = { database: 'cannot be reached' };
    const waiting = await startSampleServer({ readiness: async () => ({ ready: false, checks }) });
    const response = await fetch(`${waiting.url}/health/ready`);
    await waiting.app.close();

    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'unavailable', checks });
  });

  test('is masked when the check itself fails', async () => {
    const broken = await startSampleServer({ readiness: () => Promise.reject(new Error('at secret.ts')) });
    const response = await fetch(`${broken.url}/health/ready`);
    await broken.app.close();

    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      title: 'Internal Server Error',
      detail: 'Something went wrong on our side.',
    });
    expect(broken.lines.some(({ msg }) => msg === 'request failed')).toBe(true);
  });
});

describe('outside GraphQL problem details say', () => {
  test('that there is nothing', async () => {
    const response = await fetch(`${server.url}/nothing/here`, { headers: { 'x-request-id': 'abc-1' } });

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing at this address.',
      requestId: 'abc-1',
    });
  });

  test('which methods there are', async () => {
    const response = await fetch(`${server.url}/health/live?x=1`, { method: 'DELETE' });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toMatchObject({ status: 405, detail: 'This address answers to GET, HEAD.' });
  });

  test.each([
    ['what is not HTTP', 'HELLO\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a head that is too large', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 'HTTP/1.1 431 '],
  ])('what was wrong with %s', async (_what, request, status) => {
    const answer = await exchange(request);

    expect(answer.startsWith(status)).toBe(true);
    expect(answer).toContain('content-type: application/problem+json');
  });
});

describe('every answer', () => {
  test.each(['/', '/explorer', '/graphql', '/health/live', '/nothing', '/demo/pictures/bridge.svg'])(
    'of %s keeps the browser from guessing, and names its request',
    async path => {
      const { headers } = await fetch(server.url + path);

      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'|^sandbox;/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test.each([
    ['a-sane.Id_7', 'a-sane.Id_7'],
    ['with space', expect.stringMatching(/^[0-9a-f-]{36}$/)],
    ['x'.repeat(65), expect.stringMatching(/^[0-9a-f-]{36}$/)],
    ['"quoted"', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ])('to a request called %s is called as the id allows', async (given, wanted) => {
    const { headers } = await fetch(`${server.url}/health/live`, { headers: { 'x-request-id': given } });

    expect(headers.get('x-request-id')).toEqual(wanted);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('over 1 kB is compressed (%s), others are not', async (encoding, decompress) => {
    const large = await raw('{ articles(first: 100) { nodes { headline } } }', encoding);
    expect(large.head).toContain(`content-encoding: ${encoding}`);
    expect(large.head).toMatch(/vary: .*accept-encoding/i);
    expect(decompress(large.body).toString()).toContain('Nhịp cầu');

    expect((await raw('{ __typename }', encoding)).head).not.toContain('content-encoding');
  });
});

test('a request leaves one line in the log', async () => {
  await server.ask({ query: 'query Known { refused bug }' }, { 'x-request-id': 'for-the-log' });
  await fetch(`${server.url}/demo/pictures/bridge.svg?secret=1`, { headers: { 'x-request-id': 'for-a-picture' } });
  await until('It is logged', () => server.lines.some(line => line.requestId === 'for-a-picture'));

  const lines = server.lines.filter(({ msg, requestId }) => msg === 'request' && String(requestId).startsWith('for-'));
  expect(lines).toEqual([
    expect.objectContaining({
      requestId: 'for-the-log',
      method: 'POST',
      route: '/graphql',
      status: 200,
      operationName: 'Known',
      errors: ['NOT_FOUND', 'INTERNAL_SERVER_ERROR'],
    }),
    expect.objectContaining({ requestId: 'for-a-picture', route: '/demo/pictures/:name', status: 200 }),
  ]);
  expect(JSON.stringify(lines)).not.toContain('secret');
});

describe('the pictures of the demo', () => {
  test('are shown, run nothing, and are kept for a day', async () => {
    const response = await picture('bridge.svg');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(await response.text()).toContain('<svg');
  });

  test('are not sent again to who has them', async () => {
    const etag = (await picture('bridge.svg')).headers.get('etag')!;

    expect((await picture('bridge.svg', { 'if-none-match': etag })).status).toBe(304);
    expect((await picture('bridge.svg', { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    expect((await picture('bridge.svg', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test.each([
    'missing.svg',
    '..%2f..%2foperations%2flatest.graphql',
    '%2e%2e%2fbridge.svg',
    'bridge.svg%00.txt',
    'bridge',
    '%c0%ae',
  ])('are all there is in their folder: %s', async name => {
    const response = await picture(name);

    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});

describe('closing', () => {
  test('lets a request under way finish, and takes no other', async () => {
    const closing = await startSampleServer();
    const { started } = slow;
    const underWay = closing.ask({ query: '{ slow(ms: 300) }' });
    await until('The slow field is asked for', () => slow.started > started);
    const closed = closeServer(closing.app);

    expect((await underWay).data).toEqual({ slow: true });
    await closed;
    await expect(fetch(`${closing.url}/health/live`)).rejects.toThrow('fetch failed');
  });

  test('ends what does not finish in time', async () => {
    const closing = await startSampleServer();
    const { started } = slow;
    const underWay = closing.ask({ query: '{ slow(ms: 30000) }' });
    await until('The slow field is asked for', () => slow.started > started);

    await Promise.all([expect(underWay).rejects.toThrow('fetch failed'), closeServer(closing.app, 50)]);
  });
});

async function exchange(request: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  await once(socket, 'connect');
  socket.write(request);
  socket.setEncoding('latin1');
  let answer = '';
  socket.on('data', (text: string) => (answer += text));
  await once(socket, 'close');
  return answer;
}

/** The answer as it was sent, compressed or not. */
async function raw(query: string, encoding: string): Promise<{ head: string; body: Buffer }> {
  const body = JSON.stringify({ query });
  const answer = Buffer.from(
    await exchange(
      `POST /graphql HTTP/1.0\r\nhost: x\r\ncontent-type: application/json\r\naccept-encoding: ${encoding}\r\n` +
        `content-length: ${body.length}\r\n\r\n${body}`,
    ),
    'latin1',
  );
  const end = answer.indexOf('\r\n\r\n');
  return { head: answer.subarray(0, end).toString().toLowerCase(), body: answer.subarray(end + 4) };
}
