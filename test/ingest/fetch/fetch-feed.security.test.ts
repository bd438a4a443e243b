import type { RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { checkFeedUrl } from '../../../src/ingest/fetch/check-feed-url.js';
import { fetchFeed } from '../../../src/ingest/fetch/fetch-feed.js';
import type { FetchOptions } from '../../../src/ingest/fetch/fetch-options.js';
import { isPublicAddress } from '../../../src/ingest/fetch/public-address.js';
import { startWebServer, type WebServer } from '../../support/web-server.js';

const FEED = '<rss version="2.0"><channel><title>Tin tức</title></channel></rss>';

let server: WebServer;
let answer: RequestListener;

beforeAll(async () => {
  server = await startWebServer((request, response) => answer(request, response));
});
beforeEach(() => {
  server.requests.length = 0;
  answer = (_, response) => response.end(FEED);
});
afterAll(() => server.close());

/** A name server of the test's own: each look-up gives the next of the answers. */
function names(answers: string[][]): LookupFunction {
  let place = 0;
  return (_name, { all }, callback) => {
    const addresses = (answers[place++] ?? []).map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
  };
}

/** Loopback plays the public internet, as nothing else can be reached in a test. */
const onLoopback: FetchOptions = { allowPrivateAddresses: false, isPublic: address => address === '127.0.0.1' };

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::ffff:0:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b::10.0.0.1',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2002:c0a8:101::1',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '100::1',
  '5f00::1',
  '4000::1',
  'localhost',
  '',
])('the address "%s" is not public', address => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '203.162.0.181',
  '2606:4700::1111',
  '2a00:1450::1',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
])('the address "%s" is public', address => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'http://127.0.0.1:{port}/',
  'http://127.1:{port}/',
  'http://127.0.0.1.:{port}/',
  'http://2130706433:{port}/',
  'http://0x7f000001:{port}/',
  'http://0x7f.0.0.1:{port}/',
  'http://0177.0.0.1:{port}/',
  'http://0:{port}/',
  'http://0.0.0.0:{port}/',
  'http://[::]:{port}/',
  'http://[::1]:{port}/',
  'http://[::ffff:127.0.0.1]:{port}/',
  'http://[0:0:0:0:0:ffff:7f00:1]:{port}/',
  'http://[::127.0.0.1]:{port}/',
  'http://①②⑦.⓪.⓪.①:{port}/',
  'http://localhost:{port}/',
  'http://LOCALHOST:{port}/',
  'http://169.254.169.254/latest/meta-data/',
])('%s does not reach this machine', async address => {
  const fetching = fetchFeed(address.replace('{port}', String(server.port)), { allowPrivateAddresses: false });

  await expect(fetching).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('not on the public internet'),
  });
  expect(server.requests).toEqual([]);
});

test('the name of this machine with a dot after it does not reach it either, whether it can be looked up or not', async () => {
  const fetching = fetchFeed(`http://localhost.:${server.port}/`, { allowPrivateAddresses: false });

  await expect(fetching).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
  expect(server.requests).toEqual([]);
});

test('where it is allowed, this machine is reached', async () => {
  await expect(fetchFeed(`${server.url}/`, { allowPrivateAddresses: true })).resolves.toMatchObject({
    notModified: false,
  });
});

test.each([
  ['file:///etc/passwd', 'http:// or https://'],
  ['ftp://example.org/feed', 'http:// or https://'],
  ['javascript:alert(1)', 'http:// or https://'],
  ['data:text/xml,<rss/>', 'http:// or https://'],
  ['feed', 'not an address'],
  ['', 'not an address'],
  ['http://[::1%25eth0]/', 'not an address'],
  [`https://example.org/${'x'.repeat(2_000)}`, 'not an address'],
  ['https://user:secret@example.org/feed', 'user name or password'],
  ['https://example.org:25/feed', 'no web servers'],
  ['https://example.org:22/feed', 'no web servers'],
  ['http://example.org:6667/feed', 'no web servers'],
])('the address "%s" is refused: %s', async (address, sentence) => {
  const fetching = fetchFeed(address, { allowPrivateAddresses: true });

  await expect(fetching).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining(sentence),
  });
  await expect(fetching).rejects.toMatchObject({ message: expect.not.stringContaining('secret') });
});

test('a name that also has a private address is refused', async () => {
  const lookup = names([['127.0.0.1', '10.0.0.1']]);

  await expect(fetchFeed(`http://feeds.example:${server.port}/`, { ...onLoopback, lookup })).rejects.toMatchObject({
    message: expect.stringContaining('feeds.example has the address 10.0.0.1, which is not on the public internet'),
  });
  expect(server.requests).toEqual([]);
});

test('a name that means another address when it is asked again is checked again', async () => {
  answer = ({ url }, response) => {
    if (url === '/') response.writeHead(302, { location: '/again', connection: 'close' }).end();
    else response.end(FEED);
  };
  const lookup = names([['127.0.0.1'], ['::1']]);

  await expect(fetchFeed(`http://feeds.example:${server.port}/`, { ...onLoopback, lookup })).rejects.toMatchObject({
    message: expect.stringContaining('feeds.example has the address ::1'),
  });
  expect(server.requests.map(({ url }) => url)).toEqual(['/']);
});

test('the name is sent to the server that was found and checked', async () => {
  await fetchFeed(`http://feeds.example:${server.port}/`, { ...onLoopback, lookup: names([['127.0.0.1']]) });

  expect(server.requests[0]?.headers.host).toBe(`feeds.example:${server.port}`);
});

test.each([
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/',
  'http://[::1]:{port}/',
  'file:///etc/passwd',
  'http://user@127.0.0.1:{port}/',
  '//127.0.0.1:25/',
])('a redirect to %s is refused', async location => {
  answer = (_, response) =>
    response.writeHead(302, { location: location.replace('{port}', String(server.port)) }).end();

  await expect(fetchFeed(`${server.url}/`, onLoopback)).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
  expect(server.requests).toHaveLength(1);
});

test('a redirect from https to http is refused, and from http to https is not', () => {
  expect(() => checkFeedUrl('http://example.org/feed', new URL('https://example.org/feed'), () => true)).toThrow(
    'from https to http',
  );
  expect(checkFeedUrl('https://example.org/feed', new URL('http://example.org/feed'), () => true).href).toBe(
    'https://example.org/feed',
  );
});

test.each([
  ['said beforehand', { 'content-length': '2000' }, Buffer.alloc(2_000)],
  ['not said beforehand', { 'transfer-encoding': 'chunked' }, Buffer.alloc(2_000)],
  ['compressed to a tenth', { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(2_000))],
])('more bytes than are read, %s, are refused', async (_, headers, bytes) => {
  answer = (_request, response) => response.writeHead(200, headers).end(bytes);

  await expect(
    fetchFeed(`${server.url}/`, { allowPrivateAddresses: true, limits: { bytes: 1_000 } }),
  ).rejects.toMatchObject({
    code: 'PAYLOAD_TOO_LARGE',
    message: expect.stringContaining('more than 1000 bytes'),
  });
});

test('an answer of exactly as many bytes as are read is read', async () => {
  answer = (_, response) => response.end(Buffer.alloc(1_000));
  const fetched = await fetchFeed(`${server.url}/`, { allowPrivateAddresses: true, limits: { bytes: 1_000 } });

  expect(fetched).toMatchObject({ notModified: false, bytes: { length: 1_000 } });
});

test('a bomb of gzip without an end is cut off, and its sender with it', async () => {
  const cutOff = new Promise(resolve => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const bomb = createGzip();
      const more = (): void => void (response.destroyed || bomb.write(Buffer.alloc(1024 * 1024), more));
      response.on('close', resolve);
      bomb.pipe(response);
      more();
    };
  });

  await expect(fetchFeed(`${server.url}/`, { allowPrivateAddresses: true })).rejects.toMatchObject({
    code: 'PAYLOAD_TOO_LARGE',
  });
  await cutOff;
});

test('a server that sends a byte now and then is cut off', async () => {
  const cutOff = new Promise(resolve => {
    answer = (_, response) => {
      const drip = setInterval(() => response.write('<'), 20);
      response.on('close', () => resolve(clearInterval(drip)));
    };
  });

  await expect(
    fetchFeed(`${server.url}/`, { allowPrivateAddresses: true, limits: { totalMs: 300 } }),
  ).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('has not sent all within 0.3 s'),
  });
  await cutOff;
});

test('a server that never answers is given up', async () => {
  answer = () => {};

  await expect(
    fetchFeed(`${server.url}/`, { allowPrivateAddresses: true, limits: { totalMs: 300 } }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('has not sent all within 0.3 s'),
  });
});

test('a name server that never answers is given up', async () => {
  await expect(
    fetchFeed('http://feeds.example/', { allowPrivateAddresses: false, lookup: () => {}, limits: { connectMs: 300 } }),
  ).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('does not answer within 0.3 s'),
  });
});

test('more headers than are read are refused', async () => {
  answer = (_, response) => response.writeHead(200, { 'x-much': 'x'.repeat(40_000) }).end(FEED);

  await expect(fetchFeed(`${server.url}/`, { allowPrivateAddresses: true })).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('bytes of headers'),
  });
});

test('a validator that no header line could hold is not kept', async () => {
  answer = (_, response) => response.setHeader('etag', `"${'x'.repeat(600)}"`).end(FEED);

  await expect(fetchFeed(`${server.url}/`, { allowPrivateAddresses: true })).resolves.toMatchObject({ etag: null });
});
