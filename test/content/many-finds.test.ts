import { facetsOfArticles } from '../../src/content/facet-articles.js';
import { ArticleOrder } from '../../src/content/article-filter.js';
import { readSelection } from '../../src/content/selection.js';
import { contextOf } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

/** More than are looked up one by one, and than are ranked. */
const COMMON = 5_200;
const RANKED = 2_000;

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const article = (identity: string, headline: string, language: string, bodyHtml = '<p>Hội nghị.</p>') => ({
    identity,
    headline,
    language,
    bodyHtml,
    publishedAt: new Date('2022-01-01T00:00:00Z'),
    subjects: filedUnder('asean'),
  });
  await desk.take(
    'desk',
    article('common', 'Tin', 'vi'),
    article('rare', 'Zyzzyva', 'lo'),
    article('fit', 'Hội nghị', 'vi'),
  );
  await copies('Tin', COMMON, 1);
  await copies('Zyzzyva', 30, 100);
  await desk.db.query('analyze');
});

afterAll(() => desk?.close());

/** The same article again and again, so many seconds apart. */
async function copies(headline: string, count: number, seconds: number): Promise<void> {
  await desk.db.query(
    `with copied as (insert into article select (jsonb_populate_record(article, jsonb_build_object('id', article.id * 100000 + n,
        'published_at', published_at + make_interval(secs => n * $3::int)))).* from article, generate_series(1, $2::int) n where headline = $1
      returning id, published_at, language),
    filed as (insert into article_topic select (jsonb_populate_record(one, jsonb_build_object('article_id', copied.id, 'published_at', copied.published_at))).*
      from copied join article_topic one on one.article_id = copied.id / 100000)
    insert into article_search select (jsonb_populate_record(null::article_search, to_jsonb(one) - 'words' || jsonb_build_object('article_id', copied.id))).article_id, words
      from copied join article_search one on one.article_id = copied.id / 100000`,
    [headline, count, seconds],
  );
}

/** All pages of a search, as the pages give them. */
async function found(args: string, size = 100): Promise<{ headline: string; publishedAt: string; id: string }[]> {
  const all: any[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { articles(first: ${size}, after: $after, ${args}) { nodes { id headline publishedAt } pageInfo { hasNextPage endCursor } } }`;
    const { articles }: any = await desk.ask(query, { after });
    all.push(...articles.nodes);
    after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
  } while (after);
  return all;
}

const sorted = (rows: { publishedAt: string; id: string }[]) =>
  rows.every((row, place) => place === 0 || rows[place - 1]!.publishedAt >= row.publishedAt);

test.each([
  ['few articles', 'filter: { text: "zyzzyva" }', 31],
  ['many articles', 'filter: { text: "hoi nghi" }', COMMON + 33],
  ['many articles, as a phrase', String.raw`filter: { text: "\"hội nghị\"" }`, COMMON + 33],
  ['many articles of a topic', 'filter: { text: "hoi nghi", topics: { any: ["politics"] } }', COMMON + 33],
  [
    'many articles of a topic in two languages',
    'filter: { text: "hoi nghi", topics: { any: ["asean"] }, languages: ["vi", "lo"] }',
    COMMON + 33,
  ],
  ['few of many by language', 'filter: { text: "hoi nghi", languages: ["lo"] }', 31],
  ['few without a word', 'filter: { text: "hoi nghi -tin" }', 32],
])('words of %s are found on all pages, the newest first, each once', async (_what, args, count) => {
  const rows = await found(args);
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
  expect(sorted(rows)).toBe(true);
});

test('of many that fit, the newest are ranked', async () => {
  const rows = await found('filter: { text: "tin" }, orderBy: RELEVANCE');
  expect(rows).toHaveLength(RANKED);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(RANKED);
  const few = await found('filter: { text: "hội nghị", languages: ["lo"] }, orderBy: RELEVANCE', 7);
  expect(few).toHaveLength(31);
});

test('facets say how many articles they are of', async () => {
  const context = await contextOf(desk);
  const selection = readSelection({ text: 'hoi nghi' }, context.reference, context.now);
  const page = { size: 1, backward: false, after: null, before: null };
  const listing = { within: null, selection, order: ArticleOrder.NEWEST, page };
  const [all] = await facetsOfArticles([listing], context);
  expect(all).toMatchObject({
    articles: COMMON + 33,
    languages: [
      { language: 'vi', count: COMMON + 2 },
      { language: 'lo', count: 31 },
    ],
  });
  const [newest] = await facetsOfArticles([listing], context, 10);
  expect(newest).toMatchObject({ articles: 10, languages: [{ language: 'vi', count: 10 }] });
});
