import * as fc from 'fast-check';
import sql from 'sql-template-tag';
import { readCopy } from '../../src/changes/read-log.js';
import { headOfLog } from '../../src/changes/page-changes.js';
import type { ArticleFilter } from '../../src/content/article-filter.js';
import { matchedArticles } from '../../src/content/count-articles.js';
import { isSelected } from '../../src/changes/may-have.js';
import { ArticleOrder } from '../../src/content/article-filter.js';
import { readSelection } from '../../src/content/selection.js';
import { readPage } from '../../src/graphql/page.js';
import { rowsOf } from '../../src/database/sql.js';
import { MediaKind } from '../../src/content/media.js';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { contextOf } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

const TOPICS = ['politics', 'foreign-relations', 'asean', 'sport', 'football'];
const EVENTS = ['vietnam-laos-2022', 'sea-games-31'];
const COUNTRIES = ['LA', 'VN', 'KH'];
const LANGUAGES = ['vi', 'en', 'lo', 'zh-Hans', 'zh-Hant', 'en-GB'];
const KINDS = ['picture', 'video', 'audio'] as const;
const WORDS = ['hội', 'nghị', 'hoi', 'tin', 'ASEAN', 'Lào'];
const DAYS = Array.from({ length: 8 }, (_, place) => new Date(Date.UTC(2022, 6, 10 + place)));

const article: fc.Arbitrary<Partial<IncomingArticle>> = fc
  .record({
    headline: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map(words => words.join(' ')),
    language: fc.constantFrom(...LANGUAGES),
    publishedAt: fc.constantFrom(...DAYS),
    updatedAt: fc.constantFrom(...DAYS),
    filed: fc.subarray([...TOPICS, ...EVENTS], { maxLength: 3 }),
    countries: fc.subarray(COUNTRIES, { maxLength: 2 }),
    kinds: fc.subarray([...KINDS], { maxLength: 2 }),
  })
  .map(({ filed, countries, kinds, ...rest }) => ({
    ...rest,
    bodyHtml: null,
    subjects: [
      ...filedUnder(...filed),
      ...countries.map(code => ({ code: `country:${code}`, name: null, kind: 'country' as const })),
    ],
    media: kinds.map(kind => ({ ...NO_WORDS, kind, url: `https://desk.example/${kind}` })),
  }));
const NO_WORDS = {
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  alt: null,
  caption: null,
  credit: null,
};

const some = <Value>(...values: Value[]) =>
  fc.subarray(values, { minLength: 1, maxLength: Math.min(3, values.length) });
const terms = (...values: string[]) =>
  fc.oneof(
    fc.record({ any: some(...values), exact: fc.boolean() }),
    fc.record({ all: some(...values) }),
    fc.record({ none: some(...values), exact: fc.boolean() }),
    fc.record({ any: some(...values), none: some(...values) }),
  );
const day = fc.constantFrom('2022-07-11', '2022-07-13T00:00:00Z', '2022-07-14', '2022-07-16');
const span = fc.oneof(
  fc.record({ from: day }),
  fc.record({ to: day }),
  fc.record({ on: fc.constantFrom('2022-07-11', '2022-07-14'), timeZone: fc.constantFrom('UTC', 'Asia/Ho_Chi_Minh') }),
);
const FIELDS = {
  topics: terms(...TOPICS),
  events: terms(...EVENTS),
  sources: terms('desk', 'wire'),
  countries: terms(...COUNTRIES),
  languages: some('vi', 'zh', 'en', 'zh-CN', 'lo', 'fr'),
  published: span,
  updated: span,
  hasMedia: some(MediaKind.PICTURE, MediaKind.VIDEO, MediaKind.AUDIO),
  text: fc.constantFrom('hoi', 'hội nghị', '"tin hội"', '-tin', 'asean -lào', '!!'),
};

/** Three kinds of condition at most, so that most filters find something. */
const filter: fc.Arbitrary<ArticleFilter> = fc
  .tuple(fc.record(FIELDS), fc.subarray(Object.keys(FIELDS), { maxLength: 3 }))
  .map(([fields, chosen]) => Object.fromEntries(Object.entries(fields).filter(([name]) => chosen.includes(name))));

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const articles = fc.sample(article, { numRuns: 150, seed: 7 });
  const named = articles.map((one, place) => ({ ...one, identity: `${place}` }));
  await desk.take('desk', ...named.slice(0, 90));
  await desk.take('wire', ...named.slice(90));
  // Half of them once more, changed: what they were before must not count.
  const changed = fc.sample(article, { numRuns: 75, seed: 8 }).map((one, place) => ({ ...one, identity: `${place}` }));
  await desk.take('desk', ...changed);
});

afterAll(() => desk.close());

test('a selection takes the same articles in memory as in SQL', async () => {
  let [none, found] = [0, 0];
  await fc.assert(
    fc.asyncProperty(filter, async wanted => {
      const context = await contextOf(desk);
      const selection = readSelection(wanted, context.reference, desk.now);
      const listing = { within: null, selection, order: ArticleOrder.NEWEST, page: readPage({}, 'NEWEST') };
      const bySql = await rowsOf<{ id: number }>(
        desk.db,
        sql`select article.id from ${matchedArticles(listing, null, context)} order by article.id desc`,
      );
      const copy = await readCopy(
        desk.db,
        { revision: await headOfLog(desk.db), articleKey: null },
        selection.text === null ? [] : [selection.text],
        1_000,
      );
      const inMemory = copy.filter(({ state }) => isSelected(state, selection)).map(({ articleKey }) => articleKey);

      expect(inMemory).toEqual(bySql.map(({ id }) => id));
      if (inMemory.length > 0) found += 1;
      else none += 1;
    }),
    { numRuns: 300 },
  );
  expect(Math.min(none, found)).toBeGreaterThan(20);
});
