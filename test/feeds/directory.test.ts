import { parseOpml } from 'feedsmith';
import { XMLParser } from 'fast-xml-parser';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  const daysAgo = (days: number): Date => new Date(desk.now.getTime() - days * 86_400_000);
  const soon = new Date(desk.now.getTime() + 3_600_000);
  await desk.take(
    'wire',
    { identity: 'new', headline: 'New & "fresh"', language: 'zh-Hans', publishedAt: daysAgo(1) },
    { identity: 'old', headline: 'Old', language: 'en', publishedAt: daysAgo(3) },
    { identity: 'early', headline: 'Early', language: 'en', publishedAt: daysAgo(1), embargoedUntil: soon },
  );
  await desk.take('desk', { identity: 'lo', headline: 'Lao', subjects: filedUnder('asean'), publishedAt: daysAgo(9) });
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });

test('one OPML file lists every feed, in the language of who asks, and each is there', async () => {
  const answer = await get('/feeds.opml', { 'accept-language': 'vi' });
  expect(answer.headers.get('content-type')).toContain('opml');
  const { body } = parseOpml(await answer.text());
  const [all, topics, events, sources, languages] = body!.outlines!;
  expect(all).toMatchObject({ text: 'Nhịp Cầu', xmlUrl: 'http://127.0.0.1/feeds.rss' });
  expect(topics).toMatchObject({
    text: 'Chủ đề',
    outlines: [{ text: 'Chính trị', outlines: [{ text: 'Đối ngoại', outlines: [{ text: 'ASEAN' }] }] }, {}],
  });
  expect(events!.outlines).toHaveLength(2);
  expect(sources!.outlines).toHaveLength(2);
  expect(languages!.outlines).toMatchObject([{ text: 'English' }, { text: 'Tiếng Việt' }, { text: '简体中文' }]);

  const feeds = [all, topics, events, sources, languages].flatMap(outline => addressesOf(outline!));
  expect(feeds.length).toBeGreaterThan(10);
  for (const address of feeds) {
    const { pathname, search } = new URL(address);
    expect([address, (await get(pathname + search)).status]).toEqual([address, 200]);
  }
});

function addressesOf({ xmlUrl, outlines = [] }: { xmlUrl?: string; outlines?: object[] }): string[] {
  return [...(xmlUrl === undefined ? [] : [xmlUrl]), ...outlines.flatMap(addressesOf)];
}

test('OPML names things in any language that is asked for, and refuses what is none', async () => {
  const { body } = parseOpml(await (await get('/feeds.opml?lang=vi-VN')).text());
  expect(body!.outlines![1]).toMatchObject({ text: 'Chủ đề', outlines: [{ text: 'Chính trị' }, {}] });
  const lao = parseOpml(await (await get('/feeds.opml?lang=lo')).text());
  expect(lao.body!.outlines![1]).toMatchObject({ text: 'Topics', outlines: [{ text: 'Politics' }, {}] });
  for (const wrong of ['lang=no_language', 'lang=vi&lang=lo', 'lang=']) {
    const answer = await get(`/feeds.opml?${wrong}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('such as "vi"') });
  }
});

test.each(['/feeds.opml', '/news-sitemap.xml', '/', '/topics/asean', '/documentation', '/builder'])(
  '%s is compressed, answered to HEAD, and not sent again while it is the same',
  async path => {
    const whole = await get(path, { 'accept-encoding': 'identity' });
    const body = await whole.text();
    const etag = whole.headers.get('etag')!;
    expect(whole.status).toBe(200);
    expect(whole.headers.get('cache-control')).toMatch(/^public, max-age=([1-5]?\d|60)$/);
    expect(whole.headers.get('vary')).toContain('authorization');

    for (const encoding of ['br', 'gzip']) {
      const packed = await get(path, { 'accept-encoding': encoding });
      const isLarge = Buffer.byteLength(body) >= 1_024;
      expect(packed.headers.get('content-encoding')).toBe(isLarge ? encoding : null);
      expect(packed.headers.get('vary')!.includes('accept-encoding')).toBe(isLarge);
      expect(await packed.text()).toBe(body);
    }
    const head = await fetch(`${server.url}${path}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);

    const same = await get(path, { 'if-none-match': etag });
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await get(path, { 'if-none-match': '"another"' })).status).toBe(200);
  },
);

test('the sitemap for news has what is new and open, with its publication and language', async () => {
  const answer = await get('/news-sitemap.xml');
  const { urlset } = new XMLParser({ removeNSPrefix: true }).parse(await answer.text());
  expect(urlset.url).toMatchObject({
    loc: expect.stringMatching(/^http:\/\/127\.0\.0\.1\/articles\/art_/),
    news: {
      publication: { name: 'The Wire', language: 'zh-cn' },
      publication_date: new Date(desk.now.getTime() - 86_400_000).toISOString(),
      title: 'New & "fresh"',
    },
  });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  expect(await (await get('/robots.txt')).text()).toContain('Sitemap: http://127.0.0.1/news-sitemap.xml');
});
