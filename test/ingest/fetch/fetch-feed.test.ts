import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { fetchFeed } from '../../../src/ingest/fetch/fetch-feed.js';
import type { FetchOptions } from '../../../src/ingest/fetch/fetch-options.js';
import { startWebServer, type WebServer } from '../../support/web-server.js';

const FEED = '<rss version="2.0"><channel><title>Tin tức</title></channel></rss>';

let server: WebServer;
let answer: RequestListener;

beforeAll(async () => {
  server = await startWebServer((request, response) => answer(request, response));
});
beforeEach(() => {
  server.requests.length = 0;
  answer = (_, response) => response.setHeader('content-type', 'application/rss+xml').end(FEED);
});
afterAll(() => server.close());

const fetchIt = (options: Partial<FetchOptions> = {}, path = '/feed') =>
  fetchFeed(`${server.url}${path}`, { allowPrivateAddresses: true, ...options });

async function fetchPage(options: Partial<FetchOptions> = {}, path = '/feed') {
  const fetched = await fetchIt(options, path);
  if (fetched.notModified) throw new Error('It was said not to be modified.');
  return fetched;
}

test('a feed is fetched with what it is and how to ask for it again', async () => {
  answer = (_, response) => {
    response.writeHead(200, {
      'content-type': 'application/rss+xml; charset=utf-8',
      etag: 'W/"7"',
      'last-modified': 'Sun, 01 Nov 2026 08:00:00 GMT',
      'cache-control': 'public, max-age=900',
      age: '300',
    });
    response.end(FEED);
  };
  const page = await fetchPage();

  expect(Buffer.from(page.bytes).toString()).toBe(FEED);
  expect(page).toMatchObject({
    url: `${server.url}/feed`,
    movedTo: null,
    contentType: 'application/rss+xml; charset=utf-8',
    etag: 'W/"7"',
    lastModified: 'Sun, 01 Nov 2026 08:00:00 GMT',
    maxAgeSeconds: 600,
    retryAfterSeconds: null,
    nextUrl: null,
  });
});

test('the source is told who is asking, and what for', async () => {
  await fetchPage({ contact: 'https://news.example/about' });
  await fetchPage();

  expect(server.requests[0]?.headers).toMatchObject({
    'user-agent': expect.stringMatching(/^NhipCau\/\d+\.\d+\.\d+ \(\+https:\/\/news\.example\/about\)$/),
    accept: expect.stringContaining('application/atom+xml'),
  });
  expect(server.requests[1]?.headers['user-agent']).toMatch(/^NhipCau\/\S+ \(\+.+\)$/);
  expect(server.requests[1]?.headers).not.toHaveProperty('if-none-match');
});

test('a feed that has not changed is not sent again', async () => {
  answer = ({ headers }, response) => {
    const same = headers['if-none-match'] === '"7"' && headers['if-modified-since'] === 'Sun, 01 Nov 2026 08:00:00 GMT';
    response.writeHead(same ? 304 : 200, { 'cache-control': 'max-age=60' }).end(same ? undefined : FEED);
  };
  const fetched = await fetchIt({ etag: '"7"', lastModified: 'Sun, 01 Nov 2026 08:00:00 GMT' });

  expect(fetched).toEqual({
    notModified: true,
    url: `${server.url}/feed`,
    movedTo: null,
    maxAgeSeconds: 60,
    retryAfterSeconds: null,
  });
});

test('"not modified" is no answer to who holds nothing', async () => {
  answer = (_, response) => response.writeHead(304).end();

  await expect(fetchIt()).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('304'),
  });
});

test.each([
  ['gzip', gzipSync(FEED)],
  ['x-gzip', gzipSync(FEED)],
  ['deflate', deflateSync(FEED)],
  ['br', brotliCompressSync(FEED)],
  ['GZIP', gzipSync(FEED)],
  ['identity', Buffer.from(FEED)],
])('a feed compressed with %s is read', async (coding, bytes) => {
  answer = (_, response) => response.setHeader('content-encoding', coding).end(bytes);

  expect(Buffer.from((await fetchPage()).bytes).toString()).toBe(FEED);
});

test.each([
  ['a coding that we do not know', { 'content-encoding': 'zstd' }, Buffer.from(FEED), /coding "zstd"/],
  ['two codings', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(FEED)), /coding "gzip, gzip"/],
  ['half a compressed answer', { 'content-encoding': 'gzip' }, gzipSync(FEED).subarray(0, 30), /broken off/],
  ['what is not compressed at all', { 'content-encoding': 'gzip' }, Buffer.from(FEED), /cannot be decompressed/],
  ['broken brotli', { 'content-encoding': 'br' }, Buffer.from(FEED), /cannot be decompressed/],
])('%s is refused in a sentence', async (_, headers, bytes, sentence) => {
  answer = (_request, response) => response.writeHead(200, headers).end(bytes);

  await expect(fetchIt()).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringMatching(sentence),
  });
});

test.each([
  [401, 'wants a user name'],
  [403, 'forbids'],
  [404, 'has nothing at this address'],
  [410, 'for good'],
  [418, 'refuses our request'],
  [500, 'an error of its own'],
  [204, 'something else than a feed'],
  [206, 'something else than a feed'],
])('status %i is explained', async (status, sentence) => {
  answer = (_, response) => response.writeHead(status).end();

  await expect(fetchIt()).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:\\d+ .*${sentence}.*HTTP status ${status}`)),
    details: { status, retryAfterSeconds: null },
  });
});

test.each([
  [429, '120', 120],
  [503, 'Sun, 22 Nov 2026 08:10:00 GMT', 600],
  [503, 'Sun, 22 Nov 2026 07:00:00 GMT', 0],
  [503, 'soon', null],
])('status %i with Retry-After %s says when to come again', async (status, value, seconds) => {
  answer = (_, response) => response.writeHead(status, { 'retry-after': value }).end();

  await expect(fetchIt({ clock: () => new Date('2026-11-22T08:00:00Z') })).rejects.toMatchObject({
    details: { status, retryAfterSeconds: seconds },
  });
});

test.each([
  ['max-age=60, no-cache', null],
  ['s-maxage=60', null],
  ['private,max-age="60"', 60],
  ['max-age=never', null],
])('"Cache-Control: %s" keeps an answer fresh for %p seconds', async (value, seconds) => {
  answer = (_, response) => response.setHeader('cache-control', value).end(FEED);

  expect((await fetchPage()).maxAgeSeconds).toBe(seconds);
});

test('redirects are followed, and what has moved for good is said', async () => {
  const steps: Record<string, [number, string]> = {
    '/old': [301, '/older?x=1'],
    '/older?x=1': [308, `${server.url}/newer`],
    '/newer': [302, '/now'],
  };
  answer = ({ url }, response) => {
    const [status, location] = steps[url ?? ''] ?? [];
    if (status) response.writeHead(status, { location }).end('Moved');
    else response.end(FEED);
  };

  expect(await fetchPage({}, '/old')).toMatchObject({ url: `${server.url}/now`, movedTo: `${server.url}/newer` });
  expect(await fetchPage({}, '/newer')).toMatchObject({ url: `${server.url}/now`, movedTo: null });
});

test('redirects in a circle end', async () => {
  answer = ({ url }, response) => response.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end();

  await expect(fetchIt({}, '/a')).rejects.toMatchObject({ message: expect.stringContaining('more than 5 times') });
  expect(server.requests).toHaveLength(6);
});

test('a redirect to nowhere is refused', async () => {
  answer = (_, response) => response.writeHead(302).end();

  await expect(fetchIt()).rejects.toMatchObject({ message: expect.stringContaining('does not say where to') });
});

test.each([
  [
    'a Link header',
    '/feed',
    { link: '</feed?after=20>; rel="prev", <?after=40>; title="more"; rel="last next"' },
    '/feed?after=40',
  ],
  ['several Link headers', '/feed', { link: ['</a>; rel=prev', '</b>; rel=next'] }, '/b'],
  ['the number of pages of WordPress', '/posts?per_page=10', { 'x-wp-totalpages': '3' }, '/posts?per_page=10&page=2'],
  ['a later page of WordPress', '/posts?page=2', { 'x-wp-totalpages': '3' }, '/posts?page=3'],
  ['the last page of WordPress', '/posts?page=3', { 'x-wp-totalpages': '3' }, null],
  ['a Link to something else', '/feed', { link: '</style.css>; rel=preload, </x>; rel="nextish"' }, null],
])('the next page is found by %s', async (_, path, headers, next) => {
  answer = (_request, response) => response.writeHead(200, headers).end('[]');

  expect((await fetchPage({}, path)).nextUrl).toBe(next === null ? null : server.url + next);
});

test('who does not answer, or not in HTTP, is told apart', async () => {
  const talker = createServer(socket =>
    socket
      .on('error', () => {})
      .resume()
      .end('220 mail.example ESMTP\r\n'),
  );
  await new Promise<void>(resolve => talker.listen(0, '127.0.0.1', resolve));
  const { port } = talker.address() as AddressInfo;

  await expect(fetchFeed(`http://127.0.0.1:${port}/`, { allowPrivateAddresses: true })).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('does not speak HTTP'),
  });
  await new Promise(resolve => talker.close(resolve));
  await expect(fetchFeed(`http://127.0.0.1:${port}/`, { allowPrivateAddresses: true })).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringContaining('no web server runs there'),
  });
});

test('a connection that is broken off is said to be', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(FEED, () => response.destroy());
  };

  await expect(fetchIt()).rejects.toMatchObject({
    code: 'SOURCE_UNREACHABLE',
    message: expect.stringMatching(/broken off|another length/),
  });
});

test('a fetch that its caller ends fails with the reason of the caller', async () => {
  const ended = new AbortController();
  const reason = new Error('enough');
  answer = () => ended.abort(reason);

  await expect(fetchIt({ signal: ended.signal })).rejects.toBe(reason);
});
