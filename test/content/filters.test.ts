import * as fc from 'fast-check';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

/** The desk's topics, each with what is above it. */
const ABOVE: Record<string, string[]> = {
  politics: [],
  'foreign-relations': ['politics'],
  asean: ['foreign-relations', 'politics'],
  sport: [],
  football: ['sport'],
};
const EVENTS = ['vietnam-laos-2022', 'sea-games-31'];
const COUNTRIES = ['LA', 'VN', 'KH'];
const LANGUAGES = ['vi', 'en', 'zh-Hans', 'zh-Hant'];
const SOURCES = ['desk', 'wire'];
const KINDS = ['picture', 'video', 'audio'] as const;

interface Told {
  name: string;
  source: string;
  language: string;
  topics: string[];
  events: string[];
  countries: string[];
  kinds: (typeof KINDS)[number][];
  day: number;
  changed: number;
}

const told: fc.Arbitrary<Omit<Told, 'name'>> = fc.record({
  source: fc.constantFrom(...SOURCES),
  language: fc.constantFrom(...LANGUAGES),
  topics: fc.subarray(Object.keys(ABOVE), { maxLength: 3 }),
  events: fc.subarray(EVENTS),
  countries: fc.subarray(COUNTRIES, { maxLength: 2 }),
  kinds: fc.subarray([...KINDS], { maxLength: 2 }),
  day: fc.integer({ min: 1, max: 9 }),
  changed: fc.integer({ min: 10, max: 14 }),
});

let desk: Desk;
const articles: Told[] = fc
  .sample(told, { numRuns: 80, seed: 2022 })
  .map((article, place) => Object.assign(article, { name: `a${place}` }));

beforeAll(async () => {
  desk = await openDesk();
  for (const source of SOURCES) {
    await desk.take(source, ...articles.filter(article => article.source === source).map(incomingFrom));
  }
});

afterAll(() => desk.close());

const date = (day: number): Date => new Date(Date.UTC(2022, 6, day));

function incomingFrom({ name, language, topics, events, countries, kinds, day, changed }: Told) {
  const unknown = { mimeType: null, width: null, height: null, durationSeconds: null };
  const words = { alt: null, caption: null, credit: null };
  return {
    identity: name,
    headline: 'Article',
    credit: name,
    language,
    publishedAt: date(day),
    updatedAt: date(changed),
    subjects: [
      ...filedUnder(...topics, ...events),
      ...countries.map(code => ({ code: `country:${code}`, name: null, kind: 'country' as const })),
    ],
    media: kinds.map(kind => ({ kind, url: `https://desk.example/${name}/${kind}`, ...unknown, ...words })),
  };
}

interface Terms {
  any?: string[];
  all?: string[];
  none?: string[];
  exact?: boolean;
}

interface Filter {
  topics?: Terms;
  events?: Terms;
  countries?: Terms;
  sources?: Terms;
  languages?: string[];
  published?: { from?: string; to?: string };
  updated?: { from?: string; to?: string };
  hasMedia?: string[];
}

/** What the descriptions in the schema promise, said once more in as few words as it takes. */
function isWanted(article: Told, filter: Filter, within: string): boolean {
  const { topics, events, countries, sources, languages, published, updated, hasMedia } = filter;
  const carried = (topic: string) => [topic, ...ABOVE[topic]!];
  const above = article.topics.flatMap(carried);
  return (
    holds(topics?.exact ? article.topics : above, topics) &&
    holds(article.events, events) &&
    holds(article.countries, countries) &&
    holds([article.source], sources) &&
    (!languages || languages.some(tag => article.language === tag || article.language.startsWith(`${tag}-`))) &&
    isIn(date(article.day), published) &&
    isIn(date(article.changed), updated) &&
    (!hasMedia || article.kinds.some(kind => hasMedia.includes(kind.toUpperCase()))) &&
    (within === '' || [...above, ...article.events, article.source].some(slug => within.includes(`"${slug}"`)))
  );
}

function holds(carried: string[], { any, all, none }: Terms = {}): boolean {
  return (
    (!any || any.some(term => carried.includes(term))) &&
    (all ?? []).every(term => carried.includes(term)) &&
    !(none ?? []).some(term => carried.includes(term))
  );
}

function isIn(moment: Date, { from, to }: { from?: string; to?: string } = {}): boolean {
  return (!from || moment >= new Date(from)) && (!to || moment < new Date(to));
}

const few = (values: string[]) => fc.subarray(values, { minLength: 1, maxLength: Math.min(3, values.length) });
const terms = (values: string[], more = {}) =>
  fc.record({ any: few(values), all: few(values), none: few(values), ...more }, { requiredKeys: [] });
const span = fc.record(
  { from: fc.constantFrom('2022-07-03', '2022-07-11'), to: fc.constantFrom('2022-07-12', '2022-07-13') },
  { requiredKeys: [] },
);

const filter: fc.Arbitrary<Filter> = fc
  .tuple(
    fc.record({
      topics: terms(Object.keys(ABOVE), { exact: fc.boolean() }),
      events: terms(EVENTS),
      countries: terms(COUNTRIES),
      sources: terms(SOURCES),
      languages: few([...LANGUAGES, 'zh', 'fr']),
      published: span,
      updated: span,
      hasMedia: few(KINDS.map(kind => kind.toUpperCase())),
    }),
    fc.subarray(['topics', 'events', 'countries', 'sources', 'languages', 'published', 'updated', 'hasMedia'], {
      maxLength: 3,
    }),
  )
  .map(([all, chosen]) => Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name))));

const WITHIN = [
  '',
  'topic(slug: "politics")',
  'topic(slug: "football")',
  'event(slug: "sea-games-31")',
  'source(slug: "wire")',
];

test('a list, its count and its facets hold what the filter says, and nothing else', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      filter,
      fc.constantFrom(...WITHIN),
      fc.constantFrom('NEWEST', 'RECENTLY_UPDATED'),
      async (wanted, within, orderBy) => {
        const list = `articles(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { credit } facets {
        topics(first: 100) { count topic { slug } } events(first: 100) { count event { slug } }
        sources { count source { slug } } languages { count language }
      } }`;
        const data = await desk.ask(
          `query ($filter: ArticleFilter, $orderBy: ArticleOrder) { ${within ? `of: ${within} { ${list} }` : list} }`,
          { filter: wanted, orderBy },
        );
        const { totalCount, nodes, facets } = within ? data.of.articles : data.articles;
        const expected = articles.filter(article => isWanted(article, wanted, within));
        found += expected.length;

        expect(nodes.map(({ credit }: { credit: string }) => credit).toSorted()).toEqual(
          expected.map(({ name }) => name).toSorted(),
        );
        expect(totalCount).toBe(expected.length);
        expect(counts(facets.topics)).toEqual(
          tally(expected, ({ topics }) => topics.flatMap(topic => [topic, ...ABOVE[topic]!])),
        );
        expect(counts(facets.events)).toEqual(tally(expected, ({ events }) => events));
        expect(counts(facets.sources)).toEqual(tally(expected, ({ source }) => [source]));
        expect(counts(facets.languages)).toEqual(tally(expected, ({ language }) => [language]));
      },
    ),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(500);
});

/** How often each slug or tag was counted. */
function counts(facets: Record<string, any>[]): Record<string, number> {
  return Object.fromEntries(
    facets.map(({ count, topic, event, source, language }) => [(topic ?? event ?? source)?.slug ?? language, count]),
  );
}

function tally(some: Told[], of: (article: Told) => string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const article of some) for (const term of new Set(of(article))) found[term] = (found[term] ?? 0) + 1;
  return found;
}
