import type { RequestListener } from 'node:http';
import { fetchPages } from '../../../src/ingest/fetch/fetch-pages.js';
import { startWebServer, type WebServer } from '../../support/web-server.js';

let server: WebServer;
let answer: RequestListener;

beforeAll(async () => {
  server = await startWebServer((request, response) => answer(request, response));
});
beforeEach(() => {
  server.requests.length = 0;
});
afterAll(() => server.close());

/** Answers with pages of one item each, which `next` leads from one to the other. */
function pages(
  next: (page: number) => string | undefined,
  item = (page: number): string => `item-${page}`,
): RequestListener {
  return ({ url }, response) => {
    const page = Number(new URL(url ?? '', server.url).searchParams.get('page') ?? 1);
    const items = [{ id: item(page), content_text: 'Text', title: `Title ${page}` }];
    response.end(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items, next_url: next(page) }),
    );
  };
}

async function read(mostPages?: number, path = '/feed'): Promise<string[]> {
  const found: string[] = [];
  const options = { allowPrivateAddresses: true, ...(mostPages ? { mostPages } : {}) };
  for await (const { items } of fetchPages(server.url + path, options)) {
    found.push(...items.map(item => ('reason' in item ? item.reason : (item.identity ?? ''))));
  }
  return found;
}

test('the pages of a JSON feed are followed to the last', async () => {
  answer = pages(page => (page < 3 ? `${server.url}/feed?page=${page + 1}` : undefined));

  await expect(read()).resolves.toEqual(['item-1', 'item-2', 'item-3']);
  expect(server.requests).toHaveLength(3);
});

test('the pages of an Atom feed are followed (RFC 5005)', async () => {
  answer = ({ url }, response) => {
    const next = url === '/feed' ? '<link rel="next" href="/older"/>' : '';
    const entry = `<entry><id>urn:x:${url}</id><title>T</title><updated>2026-01-01T00:00:00Z</updated><content>C</content></entry>`;
    response.end(`<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:x</id>${next}${entry}</feed>`);
  };

  await expect(read()).resolves.toEqual(['urn:x:/feed', 'urn:x:/older']);
});

test('the pages of WordPress posts are followed by its headers', async () => {
  answer = ({ url }, response) => {
    const page = Number(new URL(url ?? '', server.url).searchParams.get('page') ?? 1);
    const post = {
      id: page,
      guid: { rendered: `https://wp.example/?p=${page}` },
      title: { rendered: 'T' },
      content: { rendered: 'C' },
    };
    response.setHeader('x-wp-totalpages', '3').end(JSON.stringify([post]));
  };

  const found = await read(undefined, '/wp-json/wp/v2/posts?per_page=1');
  expect(found).toHaveLength(3);
  expect(server.requests.map(({ url }) => url)).toEqual([
    '/wp-json/wp/v2/posts?per_page=1',
    '/wp-json/wp/v2/posts?per_page=1&page=2',
    '/wp-json/wp/v2/posts?per_page=1&page=3',
  ]);
});

test('pages that lead in a circle are read once', async () => {
  answer = pages(page => `${server.url}/feed?page=${(page % 3) + 1}`);

  await expect(read()).resolves.toEqual(['item-1', 'item-2', 'item-3']);
});

test('pages without an end that say the same again and again are not followed', async () => {
  answer = pages(
    page => `${server.url}/feed?page=${page + 1}`,
    page => `item-${Math.min(page, 2)}`,
  );

  await expect(read()).resolves.toEqual(['item-1', 'item-2']);
  expect(server.requests).toHaveLength(3);
});

test('no more pages are read than are wanted, and that there are more is said', async () => {
  answer = pages(page => `${server.url}/feed?page=${page + 1}`);

  await expect(read(4)).rejects.toMatchObject({
    code: 'PAYLOAD_TOO_LARGE',
    message: expect.stringContaining('more than 4 pages'),
  });
  expect(server.requests).toHaveLength(4);
});

test('pages of another site are not followed', async () => {
  const other = await startWebServer((_, response) => response.end());
  answer = pages(() => `${other.url}/feed`);

  await expect(read()).resolves.toEqual(['item-1']);
  expect(other.requests).toEqual([]);
  await other.close();
});

test('a page that cannot be fetched is told after those before it were given', async () => {
  const whole = pages(page => `${server.url}/feed?page=${page + 1}`);
  answer = (request, response) => {
    if (request.url === '/feed') whole(request, response);
    else response.writeHead(500).end();
  };
  const found = fetchPages(`${server.url}/feed`, { allowPrivateAddresses: true });

  await expect(found.next()).resolves.toMatchObject({ value: { items: [{ identity: 'item-1' }] } });
  await expect(found.next()).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
});
