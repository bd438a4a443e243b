import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { readFeed } from '../../src/ingest/read-feed.js';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

const picture = {
  kind: 'picture' as const,
  url: 'https://desk.example/p.jpg',
  mimeType: 'image/jpeg',
  width: 640,
  height: 480,
  durationSeconds: null,
  alt: 'Lá cờ & "hoa"',
  caption: 'Hai lá cờ <Lào>',
  credit: 'Ảnh: Lan',
};

const articles: Partial<IncomingArticle>[] = [
  {
    identity: 'urn:one',
    url: 'https://desk.example/one?a=1&b=2',
    headline: 'Việt Nam–Lào: 5 < 7 & "hội nghị"',
    lede: 'Mở đầu <không phải thẻ> & hết',
    bodyHtml: '<p>Văn bản ]]&gt; <strong>đậm</strong> &amp; <a href="https://desk.example/x?a=1&amp;b=2">đường</a></p>',
    bylines: ['Thu Hà', 'Minh'],
    subjects: filedUnder('asean', 'vietnam-laos-2022'),
    media: [picture],
    publishedAt: new Date('2022-07-18T02:30:00Z'),
    updatedAt: new Date('2022-07-19T02:30:00Z'),
  },
  {
    identity: 'urn:two',
    headline: 'Không có địa chỉ',
    subjects: filedUnder('football'),
    publishedAt: new Date('2022-07-17T02:30:00Z'),
  },
  {
    identity: 'urn:three',
    headline: 'Chưa đến giờ',
    subjects: filedUnder('asean'),
    publishedAt: new Date('2022-07-16T02:30:00Z'),
    embargoedUntil: new Date('2022-08-01T00:00:20Z'),
  },
];

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('desk', ...articles);
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });
const textOf = async (path: string): Promise<string> => (await get(path)).text();
const titlesOf = async (path: string): Promise<(string | undefined)[]> =>
  (parseRssFeed(await textOf(path)).items ?? []).map(({ title }) => title);

describe('what another reader sees', () => {
  test('in RSS', async () => {
    const { title, language, items } = parseRssFeed(await textOf('/feeds.rss?topic=politics&lang=vi'));
    expect({ title, language }).toEqual({ title: 'Chính trị · Tiếng Việt', language: 'vi' });
    expect(items).toHaveLength(1);
    expect(items![0]).toMatchObject({
      title: 'Việt Nam–Lào: 5 < 7 & "hội nghị"',
      link: 'https://desk.example/one?a=1&b=2',
      description: 'Mở đầu &lt;không phải thẻ&gt; &amp; hết',
      pubDate: 'Mon, 18 Jul 2022 02:30:00 GMT',
      guid: { isPermaLink: false },
      dc: { creators: ['Thu Hà', 'Minh'], rights: ['The Desk'], languages: ['vi'] },
      media: { contents: [{ url: picture.url, type: 'image/jpeg', medium: 'image', width: 640, height: 480 }] },
    });
    expect(items![0]!.content!.encoded).toContain('<strong>đậm</strong>');
    expect(items![0]!.content!.encoded).toContain('<a href="https://desk.example/one?a=1&amp;b=2">The Desk</a>');
  });

  test('in Atom', async () => {
    const { id, entries, updated } = parseAtomFeed(await textOf('/feeds.atom?topic=politics'));
    expect(id).toMatch(/^tag:127\.0\.0\.1,2026:feed/);
    expect(updated).toBe('2022-07-19T02:30:00.000Z');
    expect(entries).toMatchObject([
      {
        title: { value: 'Việt Nam–Lào: 5 < 7 & "hội nghị"' },
        published: '2022-07-18T02:30:00.000Z',
        summary: { value: 'Mở đầu <không phải thẻ> & hết' },
        authors: [{ name: 'Thu Hà' }, { name: 'Minh' }],
        rights: { value: 'The Desk' },
      },
    ]);
  });

  test('in JSON Feed', async () => {
    const feed = parseJsonFeed(JSON.parse(await textOf('/feeds.json?topic=politics')));
    expect(feed.items).toMatchObject([
      {
        title: 'Việt Nam–Lào: 5 < 7 & "hội nghị"',
        url: 'https://desk.example/one?a=1&b=2',
        image: picture.url,
        authors: [{ name: 'Thu Hà' }, { name: 'Minh' }],
        language: 'vi',
      },
    ]);
  });

  test('in ninjs', async () => {
    const bytes = Buffer.from(await textOf('/feeds.ninjs?topic=politics'));
    expect(readFeed(bytes)).toMatchObject({
      format: 'ninjs',
      items: [
        {
          headline: 'Việt Nam–Lào: 5 < 7 & "hội nghị"',
          url: 'https://desk.example/one?a=1&b=2',
          lede: 'Mở đầu <không phải thẻ> & hết',
          language: 'vi',
          bylines: ['Thu Hà, Minh'],
          publishedAt: new Date('2022-07-18T02:30:00Z'),
          media: [picture],
        },
      ],
    });
  });

  test.each(['rss', 'atom', 'json'])('in %s, what this gateway itself makes of it', async format => {
    const { items } = readFeed(Buffer.from(await textOf(`/feeds.${format}`)));
    expect(items).toMatchObject([{ headline: 'Việt Nam–Lào: 5 < 7 & "hội nghị"' }, { headline: 'Không có địa chỉ' }]);
  });
});

test('without a licence for the text and the media, the lede alone, with the credit', async () => {
  const [licence] = await desk.db.find(Licence);
  await desk.db.update(Licence, { id: licence!.id }, { text: false, media: false });
  try {
    for (const format of ['rss', 'atom', 'json', 'ninjs']) {
      const feed = await textOf(`/feeds.${format}?topic=politics`);
      expect(feed).toContain('Mở đầu');
      expect(feed).toContain('The Desk');
      expect(feed).not.toMatch(/đậm|p\.jpg|lá cờ/);
    }
  } finally {
    await desk.db.update(Licence, { id: licence!.id }, { text: true, media: true });
  }
});

test('a feed of ledes alone is the same feed, without a statement for texts', async () => {
  const [whole, ledes] = await Promise.all(
    ['/feeds.atom', '/feeds.atom?texts=false'].map(async path => parseAtomFeed(await textOf(path))),
  );
  expect(ledes!.id).toBe(whole!.id);
  expect(ledes!.entries!.map(({ id }) => id)).toEqual(whole!.entries!.map(({ id }) => id));
  expect(whole!.entries![0]!.content!.value).toContain('đậm');
  expect(ledes!.entries![0]!.content!.value).not.toContain('đậm');

  desk.statements.length = 0;
  await textOf('/feeds.json?texts=false');
  expect(desk.statements.filter(statement => statement.includes('article_body'))).toEqual([]);
});

test('topics, events and sources have feeds of their own', async () => {
  expect(await titlesOf('/topics/sport/feed.rss')).toEqual(['Không có địa chỉ']);
  expect(await titlesOf('/events/vietnam-laos-2022/feed.rss')).toEqual(['Việt Nam–Lào: 5 < 7 & "hội nghị"']);
  expect(await titlesOf('/sources/wire/feed.rss')).toEqual([]);
  expect(await titlesOf('/topics/politics/feed.rss?on=2022-07-18')).toHaveLength(1);
});

test('a feed has pages, each told by the one before', async () => {
  const seen: string[] = [];
  for (let next: string | null = '/feeds.json?limit=1'; next !== null;) {
    const page = (await (await get(next)).json()) as { items: { title: string }[]; next_url?: string };
    seen.push(...page.items.map(({ title }) => title));
    next = page.next_url ? new URL(page.next_url).pathname + new URL(page.next_url).search : null;
  }
  expect(seen).toEqual(['Việt Nam–Lào: 5 < 7 & "hội nghị"', 'Không có địa chỉ']);
});

test('feeds are packed for the way, told apart by key, and open to pages of other sites', async () => {
  for (const encoding of ['gzip', 'br']) {
    const answer = await get('/feeds.atom', { 'accept-encoding': encoding, origin: 'https://embassy.example' });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('vary')).toMatch(/authorization, x-api-key/);
    expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(answer.headers.get('last-modified')).toBe('Tue, 19 Jul 2022 02:30:00 GMT');
    expect(answer.headers.get('cache-tag')).toMatch(/^articles,art_\w+,art_\w+$/);
    expect(await answer.text()).toContain('Việt Nam');
  }
});

test('what has not changed is not sent again', async () => {
  const first = await get('/feeds.rss');
  const again = await get('/feeds.rss', { 'if-none-match': first.headers.get('etag')! });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect((await fetch(`${server.url}/feeds.rss`, { method: 'HEAD' })).headers.get('etag')).toBe(
    first.headers.get('etag'),
  );
});

test('nobody keeps a feed beyond the end of an embargo, and nothing under one is in it', async () => {
  expect((await get('/feeds.rss')).headers.get('cache-control')).toBe('public, max-age=20');
  expect(await textOf('/feeds.rss?topic=asean')).not.toContain('Chưa đến giờ');
});

test.each([
  ['/feeds.rss?topik=asean', 400, 'It takes topic, event'],
  ['/feeds.rss?topic=asea', 400, 'asean'],
  ['/topics/asea/feed.rss', 400, 'asean'],
  ['/feeds.rss?limit=0', 400, '1 to 100'],
  ['/feeds.rss?texts=no', 400, 'texts=false'],
  ['/feeds.rss?limit=1&limit=2', 400, 'give it once'],
  ['/feeds.rss?on=2022-02-30', 400, 'no such day'],
  ['/feeds.rss?after=x', 400, 'not a cursor'],
  ['/feeds.rdf', 404, ''],
])('%s is answered with %i, and what would be right', async (path, status, hint) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await answer.text()).toContain(hint);
});

test('a feed takes two statements for its articles and texts, and one for how long it holds', async () => {
  desk.statements.length = 0;
  await textOf('/feeds.rss');
  const mine = desk.statements.filter(statement => /article|due_change/.test(statement));
  expect(mine).toHaveLength(3);
});
