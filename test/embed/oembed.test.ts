import { XMLParser } from 'fast-xml-parser';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('desk', {
    identity: 'urn:one',
    url: 'https://desk.example/one?a=1&b="2"',
    headline: '<img src=x onerror=alert(1)> & "hội nghị"',
    credit: '</script><script>alert(2)</script>',
    subjects: filedUnder('asean'),
  });
  server = await serveDesk(desk);
});
afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
const oembed = (url: string, more: Record<string, string> = {}) =>
  get(`/oembed?${new URLSearchParams({ url: `http://127.0.0.1${url}`, ...more }).toString()}`);

describe('a frame', () => {
  test('is a whole page without its script, in the language of its articles', async () => {
    const answer = await get('/embed?topic=asean&layout=cards&lang=vi');
    const page = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<html lang="vi">');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;hội nghị&quot;</a>');
    expect(page).toContain('href="https://desk.example/one?a=1&amp;b=%222%22"');
    expect(page).toContain('09:30 GMT+7 18 thg 7, 2022');
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="45"></noscript>');
  });

  test('runs nothing but its own script, wherever it is framed, and is kept for a minute at most', async () => {
    const answer = await get('/embed?topic=asean');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toMatch(/default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/);
    expect(policy).toContain('frame-ancestors *');
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(await answer.text()).not.toMatch(/<(script|img)[^>]*>[^<]*alert/);

    const again = await get('/embed?topic=asean', { 'if-none-match': answer.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  test('may be kept to the sites that its address names, and to the gateway’s own', async () => {
    const ancestors = async (sites: string) => {
      const { headers } = await get(`/embed?topic=asean&sites=${encodeURIComponent(sites)}`);
      return /frame-ancestors ([^;]*)$/.exec(headers.get('content-security-policy')!)?.[1];
    };
    expect(await ancestors('Embassy.Example, *.gov.example,localhost:8080')).toBe(
      "'self' embassy.example *.gov.example localhost:8080",
    );
    expect(await ancestors('đạisứquán.example')).toBe("'self' xn--isqun-0qa54av10susa.example");
    expect(await ancestors('')).toBe('*');
  });

  test.each([
    ['topic=asea', 'asea'],
    ['layout=spiral', 'list, cards, ticker'],
    ['theme=<b>', 'auto, light, dark'],
    ['accent=red;}body{display:none', 'such as #a31f26'],
    ['tz=Moon/Sea', 'Asia/Vientiane'],
    ['sites=embassy.example;script-src *', 'embassy.example or *.gov.example'],
    ["sites='self'", 'embassy.example or *.gov.example'],
    ['sites=*', 'embassy.example or *.gov.example'],
    ['sites=https://embassy.example/', 'embassy.example or *.gov.example'],
    ['sites=embassy.example%20evil.example', 'embassy.example or *.gov.example'],
    ['sites=embassy.example%0d%0ax-evil:1', 'embassy.example or *.gov.example'],
    [`sites=${'a.example,'.repeat(21)}`, 'at most 20'],
    [`sites=${'a'.repeat(64)}.example`, 'embassy.example or *.gov.example'],
    ['limit=1000', '1 to 100'],
    ['lyaout=list', 'lyaout'],
  ])('for %s is refused, and says what would be right', async (query, hint) => {
    const answer = await get(`/embed?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain(hint);
  });
});

describe('oEmbed', () => {
  test('tells the frame of a topic, within the room there is', async () => {
    const answer = await oembed('/topics/asean?lang=vi&limit=3', { maxwidth: '400', maxheight: '300' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual({
      version: '1.0',
      type: 'rich',
      provider_name: 'Nhịp Cầu',
      provider_url: 'http://127.0.0.1/',
      title: 'ASEAN · Tiếng Việt',
      cache_age: 3600,
      html: '<iframe src="http://127.0.0.1/embed?lang=vi&amp;limit=3&amp;topic=asean" title="ASEAN · Tiếng Việt" width="400" height="300" loading="lazy" style="border:0;max-width:100%"></iframe>',
      width: 400,
      height: 300,
    });
  });

  test('has the same in XML', async () => {
    const answer = await oembed('/embed?topic=asean&layout=ticker', { format: 'xml' });
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const text = await answer.text();
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed><version>1.0<\/version>/);
    expect(text).toContain('<html>&lt;iframe src=&quot;http://127.0.0.1/embed?topic=asean&amp;amp;layout=ticker&quot;');
    expect(text).toContain('<height>96</height>');
    expect(new XMLParser().parse(text)).toMatchObject({ oembed: { title: 'ASEAN', type: 'rich' } });
  });

  test.each([
    '/events/sea-games-31',
    '/sources/desk',
    '/feeds.rss?topic=asean',
    '/topics/asean/feed.json',
    '/?hl=vi',
    '/search?q=a',
  ])('knows %s', async path => {
    expect((await oembed(path)).status).toBe(200);
  });

  test('is found from the frame’s page', async () => {
    const page = await (await get('/embed?topic=asean')).text();
    const [, found] = /type="application\/json\+oembed" href="http:\/\/127.0.0.1([^"]+)"/.exec(page)!;
    const answer: any = await (await get(found!.replaceAll('&amp;', '&'))).json();
    expect(answer.html).toContain('src="http://127.0.0.1/embed?topic=asean"');
  });

  test.each(['/', '/topics/asean?lang=vi', '/search?q=hoi+nghi'])('is found from the page %s', async path => {
    const page = await (await get(path)).text();
    const [, found] = /type="application\/json\+oembed"[^>]*href="http:\/\/127.0.0.1([^"]+)"/.exec(page)!;
    const answer: any = await (await get(found!.replaceAll('&amp;', '&'))).json();
    expect(answer).toMatchObject({ type: 'rich', html: expect.stringContaining('src="http://127.0.0.1/embed') });
  });

  test('tells an article that its page tells of as a link, and nothing of one that is withdrawn', async () => {
    const { articles } = await desk.ask('{ articles { nodes { id } } }');
    const page = await (await get(`/articles/${articles.nodes[0].id}`)).text();
    const [, found] = /type="application\/json\+oembed"[^>]*href="http:\/\/127.0.0.1([^"]+)"/.exec(page)!;
    const path = found!.replaceAll('&amp;', '&');
    expect(await (await get(path)).json()).toEqual({
      version: '1.0',
      type: 'link',
      provider_name: 'Nhịp Cầu',
      provider_url: 'http://127.0.0.1/',
      title: '<img src=x onerror=alert(1)> & "hội nghị"',
      author_name: '</script><script>alert(2)</script>',
      cache_age: 60,
    });
    const xml = await (await get(path.replace('format=json', 'format=xml'))).text();
    expect(new XMLParser().parse(xml)).toMatchObject({ oembed: { type: 'link' } });

    await desk.db.query("update article set status = 'withdrawn'");
    try {
      expect((await get(path)).status).toBe(404);
    } finally {
      await desk.db.query("update article set status = 'published'");
    }
  });

  test.each([
    ['http://127.0.0.1/articles/nothing', {}, 404],
    ['http://127.0.0.1.evil.example/articles/art_1', {}, 404],
    ['http://other.example/embed', {}, 404],
    ['http://127.0.0.1/graphql', {}, 404],
    ['http://127.0.0.1/topics/%zz', {}, 404],
    ['javascript:alert(1)', {}, 404],
    ['', {}, 404],
    ['http://127.0.0.1/topics/asea', {}, 400],
    ['http://127.0.0.1/embed', { format: 'yaml' }, 501],
    ['http://127.0.0.1/embed', { maxwidth: '-1' }, 400],
  ])('answers %s %j with %i', async (url, more, status) => {
    const answer = await get(`/oembed?${new URLSearchParams({ url, ...(more as Record<string, string>) }).toString()}`);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});
