import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let editor: Record<string, string>;
let daily: Record<string, string>;
let other: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  editor = (await partnerWithKey(desk, 'editors', ['read', 'desk'])).headers;
  const { partnerId, headers } = await partnerWithKey(desk, 'lao-daily', ['read']);
  daily = headers;
  other = (await partnerWithKey(desk, 'other', ['read'])).headers;
  await desk.db.query('truncate licence');
  // Everybody has headlines; the daily has texts too.
  await grantPublicly(desk.db, { text: false, media: false });
  await grantPublicly(desk.db, { partnerId, text: true, media: true });
  await desk.take(
    'desk',
    { identity: 'a', language: 'lo', headline: 'ອາຊຽນ', subjects: filedUnder('asean'), bodyHtml: '<p>Nguyên văn.</p>' },
    { identity: 'b', language: 'vi', headline: 'ASEAN họp', subjects: filedUnder('asean') },
    { identity: 'c', language: 'vi', headline: 'Bóng đá', subjects: filedUnder('football') },
  );
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

async function ask(query: string, headers: Record<string, string> = {}, input?: object): Promise<any> {
  const { data, errors } = await server.ask({ query, variables: { input } }, headers);
  if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), errors[0]!.extensions);
  return data;
}

const FEED = 'slug isPublic title vietnamese: title(language: "vi") description filter selection links { rss ninjs }';
const save = async (input: object, headers = editor): Promise<any> =>
  (await ask(`mutation ($input: SaveFeedInput!) { saveFeed(input: $input) { feed { ${FEED} } } }`, headers, input))
    .saveFeed.feed;
const remove = (input: object, headers = editor): Promise<any> =>
  ask('mutation ($input: RemoveFeedInput!) { removeFeed(input: $input) { slug } }', headers, input);
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });
const titlesOf = async (path: string, headers: Record<string, string> = {}): Promise<unknown> =>
  (parseRssFeed(await (await get(path, headers)).text()).items ?? []).map(({ title }) => title);

const text = (language: string, words: string): object => ({ language, text: words });
const ASEAN = {
  slug: 'asean-news',
  public: true,
  titles: [text('en', 'ASEAN news'), text('vi', 'Tin ASEAN'), text('lo', 'ຂ່າວອາຊຽນ')],
  descriptions: [text('en', 'What ASEAN does.')],
  filter: { topics: { any: ['asean'] } },
};

test('the desk keeps a feed for everybody, which is served in every format under its own title', async () => {
  expect(await save(ASEAN)).toEqual({
    slug: 'asean-news',
    isPublic: true,
    title: 'ASEAN news',
    vietnamese: 'Tin ASEAN',
    description: 'What ASEAN does.',
    filter: '{"topics":{"any":["asean"]}}',
    selection: 'All articles on ASEAN',
    links: {
      rss: 'http://127.0.0.1/feeds/asean-news.rss',
      ninjs: 'http://127.0.0.1/feeds/asean-news.ninjs',
    },
  });
  const rss = parseRssFeed(await (await get('/feeds/asean-news.rss')).text());
  expect(rss).toMatchObject({ title: 'ASEAN news', description: 'What ASEAN does.' });
  expect(rss.items?.map(({ title }) => title).toSorted()).toEqual(['ASEAN họp', 'ອາຊຽນ']);
  expect(parseAtomFeed(await (await get('/feeds/asean-news.atom')).text()).entries).toHaveLength(2);
  expect(parseJsonFeed(JSON.parse(await (await get('/feeds/asean-news.json')).text()))).toMatchObject({
    title: 'ASEAN news',
  });
  expect((await (await get('/feeds/asean-news.ninjs')).text()).length).toBeGreaterThan(100);
});

test('a feed changes where something is said of it, keeps the rest, and is told in the language of its articles', async () => {
  await save(ASEAN);
  const changed = await save({
    slug: 'asean-news',
    public: true,
    filter: { topics: { any: ['asean'] }, languages: ['lo'] },
  });
  expect(changed).toMatchObject({ title: 'ASEAN news', selection: 'All articles in Lao on ASEAN' });
  const rss = parseRssFeed(await (await get('/feeds/asean-news.rss')).text());
  expect(rss).toMatchObject({ title: 'ຂ່າວອາຊຽນ', language: 'lo', items: [{ title: 'ອາຊຽນ' }] });
  await save(ASEAN);
});

test('feeds lists those of everybody, and the articles of each come through the gate in two statements', async () => {
  await save(ASEAN);
  const query = `{ feeds(first: 10) { totalCount nodes { slug articles(first: 5) { totalCount nodes { headline body { text } } } } } }`;
  const { feeds } = await ask(query);
  expect(feeds).toEqual({
    totalCount: 1,
    nodes: [
      {
        slug: 'asean-news',
        articles: {
          totalCount: 2,
          nodes: expect.arrayContaining([
            { headline: 'ASEAN họp', body: null },
            { headline: 'ອາຊຽນ', body: null },
          ]),
        },
      },
    ],
  });
  await desk.ask('{ feed(slug: "asean-news") { title articles(first: 5) { totalCount nodes { headline } } } }');
  expect(desk.statements).toHaveLength(2);
  await desk.ask('{ feeds { nodes { title description filter selection links { rss } } } }');
  expect(desk.statements).toEqual([]);
});

test('a partner keeps a feed of its own, which nobody else can tell is there', async () => {
  const own = { slug: 'mine', titles: [text('en', 'Mine')], filter: { topics: { any: ['football'] } } };
  expect(await save(own, daily)).toMatchObject({ slug: 'mine', isPublic: false });
  expect(await titlesOf('/feeds/mine.rss', daily)).toEqual(['Bóng đá']);
  expect((await get('/feeds/mine.rss', daily)).headers.get('cache-control')).toMatch(/^private, /);

  for (const headers of [{}, other, editor]) {
    const [theirs, absent] = [await get('/feeds/mine.rss', headers), await get('/feeds/none.rss', headers)];
    expect([theirs.status, (await theirs.json()).detail]).toEqual([404, (await absent.json()).detail]);
    expect(await ask('{ feed(slug: "mine") { slug } feeds { totalCount nodes { slug } } }', headers)).toMatchObject({
      feed: null,
      feeds: { totalCount: 1 },
    });
    await expect(remove({ slug: 'mine' }, { ...editor, ...headers })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await ask('{ feed(slug: "mine") { title } }', daily)).toEqual({ feed: { title: 'Mine' } });
});

test('of two feeds of one name everybody finds its own, and taking one away leaves the other', async () => {
  await save(ASEAN);
  await save({ slug: 'asean-news', titles: [text('en', 'My ASEAN')], filter: { languages: ['lo'] } }, daily);
  expect(await titlesOf('/feeds/asean-news.rss', daily)).toEqual(['ອາຊຽນ']);
  expect(await titlesOf('/feeds/asean-news.rss')).toHaveLength(2);
  await remove({ slug: 'asean-news' }, daily);
  expect(await titlesOf('/feeds/asean-news.rss', daily)).toHaveLength(2);
  await remove({ slug: 'asean-news', public: true });
  expect((await get('/feeds/asean-news.rss')).status).toBe(404);
});

test('the list of all feeds has those of everybody, and no partner’s own, whoever asks', async () => {
  await save({ ...ASEAN, slug: 'listed' });
  await save({ slug: 'not-listed', titles: [text('en', 'Not listed')] }, daily);
  for (const headers of [{}, daily]) {
    const opml = await (await get('/feeds.opml?lang=en', headers)).text();
    expect(opml).toContain('xmlUrl="http://127.0.0.1/feeds/listed.rss"');
    expect(opml).not.toContain('not-listed');
  }
  await remove({ slug: 'listed', public: true });
});

test('the same slug saved twice at one time is one feed', async () => {
  const twice = [save({ ...ASEAN, slug: 'at-once' }), save({ ...ASEAN, slug: 'at-once' })];
  await Promise.all(twice);
  expect(await desk.db.query(`select count(*)::int as count from saved_feed where slug = 'at-once'`)).toEqual([
    { count: 1 },
  ]);
  await remove({ slug: 'at-once', public: true });
});

test.each<[string, object, string]>([
  ['a slug that is none', { slug: 'Not a slug' }, 'BAD_USER_INPUT'],
  ['a feed without a title', { slug: 'x', titles: [] }, 'BAD_USER_INPUT'],
  ['a topic that is not there', { slug: 'x', filter: { topics: { any: ['nothing'] } } }, 'BAD_USER_INPUT'],
  ['a selection without an end', { slug: 'x', filter: { text: 'từ '.repeat(10_000) } }, 'BAD_USER_INPUT'],
  ['a list of nothing', { slug: 'x', filter: { topics: { any: [] } } }, 'BAD_USER_INPUT'],
])('%s is refused', async (_title, input, code) => {
  const given = { titles: [text('en', 'X')], ...input };
  await expect(save(given, daily)).rejects.toMatchObject({ code });
  expect(await ask('{ feed(slug: "x") { slug } }', daily)).toEqual({ feed: null });
});

test('a feed is told in fifty languages at most', async () => {
  const titles = Array.from({ length: 51 }, (_none, place) => text(`en-v${1_000 + place}`, 'X'));
  await expect(save({ slug: 'x', titles }, daily)).rejects.toThrow('at most 50 are kept');
});

test('visitors keep nothing, and who is not of the desk keeps nothing for everybody', async () => {
  const titles = [text('en', 'X')];
  await expect(save({ slug: 'x', titles }, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(save({ slug: 'x', titles, public: true }, daily)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(remove({ slug: 'asean-news', public: true }, daily)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test.each(['/feeds/kept.rss?topic=football', '/feeds/kept.rss?lang=vi'])(
  '%s cannot say otherwise than the feed',
  async path => {
    await save({ ...ASEAN, slug: 'kept' });
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect((await answer.json()).detail).toContain('says by itself');
    const page = await (await get('/feeds/kept.json?limit=1')).json();
    const { pathname, search } = new URL(page.next_url);
    const next = await (await get(pathname + search)).json();
    const titles: string[] = [...page.items, ...next.items].map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(['ASEAN họp', 'ອາຊຽນ']));
    expect(next.next_url).toBeUndefined();
  },
);

test('what is kept as it was takes no revision', async () => {
  await save({ ...ASEAN, slug: 'still' });
  const revisions = (): Promise<unknown> => desk.db.query('select number from revision');
  const before = await revisions();
  expect(
    await save({ slug: 'still', public: true, filter: { topics: { any: ['asean', 'asean'], exact: false } } }),
  ).toMatchObject({
    title: 'ASEAN news',
  });
  expect(await revisions()).toEqual(before);
  await save({ slug: 'still', public: true, titles: [text('en', 'Other')] });
  expect(await revisions()).not.toEqual(before);
  await remove({ slug: 'still', public: true });
});

test('what is kept takes the next revision, and who did it is written down', async () => {
  await save({ ...ASEAN, slug: 'told', clientKey: 'told once' });
  await save({ ...ASEAN, slug: 'told', clientKey: 'told once' });
  await remove({ slug: 'told', public: true });
  const changes = await desk.db.query(
    `select kind from change where kind = 'feed' and reference_id not in (select id from saved_feed)`,
  );
  expect(changes.length).toBeGreaterThanOrEqual(2);
  const entries = await desk.db.query(
    `select actor, action from audit_entry where subjects @> array['feed told'] order by id`,
  );
  expect(entries).toEqual([
    { actor: 'editors', action: 'saveFeed' },
    { actor: 'editors', action: 'removeFeed' },
  ]);
});

test('a partner keeps a hundred feeds, and not one more', async () => {
  await desk.db.query(
    `insert into saved_feed (partner_id, slug, names, descriptions, filter)
     select id, 'many-' || n, '{"en": "Many"}', '{}', '{}' from partner, generate_series(1, 100) n where slug = 'other'`,
  );
  const titles = [text('en', 'X')];
  await expect(save({ slug: 'one-more', titles }, other)).rejects.toThrow('remove one first');
  expect(await save({ slug: 'many-1', titles }, other)).toMatchObject({ title: 'X' });
});
