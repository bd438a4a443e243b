import { ArticleStatus } from '../../src/content/article.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('wire', {
    identity: 'urn:en',
    storyIdentity: 'urn:story',
    language: 'en',
    url: 'https://wire.example/one?a=1&b=2',
    headline: 'Five <script>alert(1)</script> & "six"',
    lede: 'A lede with </title> in it',
    bodyHtml: '<p>Body with <strong>weight</strong>.</p>',
    subjects: filedUnder('asean'),
  });
  await desk.take('wire', {
    identity: 'urn:lo',
    storyIdentity: 'urn:story',
    language: 'lo',
    headline: 'ສະບາຍດີ',
    subjects: filedUnder('sport'),
  });
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });
const textOf = async (path: string): Promise<string> => (await get(path)).text();
const idOf = async (headline: string): Promise<string> => {
  const { articles } = await desk.ask('{ articles { nodes { id headline } } }');
  return articles.nodes.find((node: { headline: string }) => node.headline.startsWith(headline)).id;
};

test('the front page is in the language of the visitor, or the one that the address says', async () => {
  expect(await (await get('/', { 'accept-language': 'lo,vi;q=0.8,en;q=0.5' })).text()).toContain('<html lang="vi">');
  expect(await (await get('/', { 'accept-language': 'fr' })).text()).toContain('<html lang="en">');
  expect(await textOf('/?hl=vi')).toContain('Bài mới nhất');
});

test('the front page leads to everything that has a feed', async () => {
  const page = await textOf('/');
  for (const path of ['/topics/asean', '/events/sea-games-31/feed.rss', '/sources/wire', '/search?lang=lo'])
    expect(page).toContain(`href="${path}"`);
  expect(page).toContain('ASEAN');
  for (const ending of ['rss', 'atom', 'json', 'ninjs'])
    expect(page).toContain(`href="http://127.0.0.1/feeds.${ending}"`);
  for (const path of ['/builder?hl=en', '/documentation', '/explorer', '/graphql', '/health/ready'])
    expect(page).toContain(`href="${path}"`);
});

test('the documentation names every parameter that lists take, in every language of the pages', async () => {
  const refused = await textOf('/search?topik=x');
  const [, names = ''] = /It takes ([a-z, ]+)\./.exec(refused) ?? [];
  expect(names).toContain('topic');
  for (const language of ['en', 'vi']) {
    const page = await textOf(`/documentation?hl=${language}`);
    for (const name of names.split(', ').filter(known => known !== 'after'))
      expect(page).toMatch(new RegExp(`<code[^>]*>[^<]*\\b${name}\\b`));
    expect(page).toContain(`<html lang="${language}">`);
  }
});

test('nothing that an article says becomes markup of a page', async () => {
  const id = await idOf('Five');
  for (const path of ['/', '/topics/asean', `/articles/${id}`]) {
    const page = await textOf(path);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('with </title>');
    expect(page).toContain('Five &lt;script&gt;');
  }
});

test('the page of an article tells machines what it is, and readers where it comes from', async () => {
  const page = await textOf(`/articles/${await idOf('Five')}`);
  expect(page).toContain('<link rel="canonical" href="https://wire.example/one?a=1&amp;b=2"');
  expect(page).toContain(`hreflang="lo" href="http://127.0.0.1/articles/${await idOf('ສະ')}"`);
  expect(page).toContain('<strong>weight</strong>');
  const [, json = ''] = /<script type="application\/ld\+json">\s*(.*?)\s*<\/script>/s.exec(page) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'Five <script>alert(1)</script> & "six"',
    inLanguage: 'en',
    isAccessibleForFree: true,
  });
});

test('lists of topics and searches lead to their feeds', async () => {
  const page = await textOf('/topics/sport');
  expect(page).toContain('ສະບາຍດີ');
  expect(page).toContain('type="application/rss+xml"');
  expect(page).toContain('/feeds.rss?topic=sport');
  expect(await textOf('/search?q=weight')).toContain('Five &lt;');
});

test('an article withdrawn is gone from every page at once', async () => {
  const id = await idOf('ສະ');
  await desk.db.query('update article set status = $1 where headline = $2', [ArticleStatus.WITHDRAWN, 'ສະບາຍດີ']);
  try {
    expect((await get(`/articles/${id}`)).status).toBe(404);
    expect((await get(`/articles/${id}/ninjs`)).status).toBe(404);
    for (const path of ['/', '/topics/sport', '/search?lang=lo', `/articles/${await idOf('Five')}`])
      expect(await textOf(path)).not.toContain('ສະບາຍດີ');
  } finally {
    await desk.db.query('update article set status = $1 where headline = $2', [ArticleStatus.PUBLISHED, 'ສະບາຍດີ']);
  }
});

test.each([
  ['/topics/spor', 400, 'sport'],
  ['/search?topik=x', 400, 'It takes topic'],
  ['/articles/nothing', 404, 'no such article'],
])('%s is answered with %i and a page that says why', async (path, status, reason) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await answer.text()).toContain(reason);
});

test('a page takes few statements, and one that has not changed is not sent again', async () => {
  desk.statements.length = 0;
  const { headers } = await get('/topics/asean');
  expect(desk.statements.filter(statement => /article|due_change/.test(statement))).toHaveLength(2);
  expect((await get('/topics/asean', { 'if-none-match': headers.get('etag')! })).status).toBe(304);
});
