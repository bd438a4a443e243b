import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getBytes, type Sent } from '../support/get-bytes.js';
import { startSampleServer, type SampleServer } from '../support/sample-server.js';

let server: SampleServer;
beforeAll(async () => {
  server = await startSampleServer();
});
afterAll(() => server.app.close());

const get = (headers: Record<string, string> = {}): Promise<Sent> => getBytes(`${server.url}/embed.js`, headers);

test('the widget is under 12 kB compressed, either way, and the same unpacked', async () => {
  const [plain, br, gzip] = await Promise.all([
    get(),
    get({ 'accept-encoding': 'gzip, deflate, br, zstd' }),
    get({ 'accept-encoding': 'gzip, br;q=0' }),
  ]);
  expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
  expect(br.bytes.length).toBeLessThan(12_000);
  expect(gzip.bytes.length).toBeLessThan(12_000);
  expect(brotliDecompressSync(br.bytes)).toEqual(plain.bytes);
  expect(gunzipSync(gzip.bytes)).toEqual(plain.bytes);
});

test('the widget may be loaded by any site, kept, and asked for again', async () => {
  const { headers } = await get({ origin: 'https://embassy.example', 'accept-encoding': 'br' });
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
    vary: 'accept-encoding',
  });
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['etag']).toMatch(/^"[\w-]+-br"$/);

  const again = await get({ 'accept-encoding': 'br', 'if-none-match': headers['etag']! });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  expect((await get({ 'if-none-match': headers['etag']! })).status).toBe(200);
});

test('the widget carries no code that makes markup of words, nor keeps anything with the visitor', async () => {
  const script = String((await get()).bytes);
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|Function\(/);
  expect(script).not.toMatch(/cookie|localStorage|sessionStorage|indexedDB|sendBeacon/);
});
