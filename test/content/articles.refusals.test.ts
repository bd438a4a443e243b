import { globalId } from '../../src/graphql/global-id.js';
import { type Desk, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { Answer, SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.take('desk', { identity: 'a' }, { identity: 'b' });
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

type Arguments = Record<string, unknown>;

/** Values written into the document; those of enums without quotes. */
function literal(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${value.map(item => literal(item, name)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${literal(item, key)}`)
      .join(', ')} }`;
  }
  return ['orderBy', 'hasMedia'].includes(name) ? String(value) : JSON.stringify(value);
}

const TYPES: Record<string, string> = {
  filter: 'ArticleFilter',
  orderBy: 'ArticleOrder',
  active: 'DateRange',
  first: 'Int',
  last: 'Int',
  after: 'String',
  before: 'String',
  ids: '[ID!]!',
  language: 'Locale',
};

interface Field {
  before: string;
  name: string;
  after: string;
}

const FIELDS: Record<string, Field> = {
  articles: { before: '', name: 'articles', after: '{ totalCount nodes { id } }' },
  'articles of a topic': { before: 'topic(slug: "sport") {', name: 'articles', after: '{ nodes { id } } }' },
  'facets of topics': { before: 'articles { facets {', name: 'topics', after: '{ count } } }' },
  'related articles': { before: 'articles { nodes {', name: 'related', after: '{ id } } }' },
  topics: { before: '', name: 'topics', after: '{ nodes { id } }' },
  events: { before: '', name: 'events', after: '{ nodes { id } }' },
  sources: { before: '', name: 'sources', after: '{ nodes { id } }' },
  nodes: { before: '', name: 'nodes', after: '{ id }' },
  'the name of a topic': { before: 'topic(slug: "sport") {', name: 'name', after: '}' },
};

async function bothWays(what: string, given: Arguments): Promise<Answer[]> {
  const { before, name, after } = FIELDS[what]!;
  const written = Object.entries(given).map(([key, value]) => `${key}: ${literal(value, key)}`);
  // Not named like their arguments: what is refused is the argument, whatever the client calls its variable.
  const declared = Object.keys(given).map(key => `$my_${key}: ${TYPES[key]}`);
  const handed = Object.keys(given).map(key => `${key}: $my_${key}`);

  return [
    await server.ask({ query: `{ ${before} ${name}(${written.join(', ')}) ${after} }` }),
    await server.ask({
      query: `query Q(${declared.join(', ')}) { ${before} ${name}(${handed.join(', ')}) ${after} }`,
      variables: Object.fromEntries(Object.entries(given).map(([key, value]) => [`my_${key}`, value])),
    }),
  ];
}

const many = (count: number, make: (place: number) => unknown) =>
  Array.from({ length: count }, (_, place) => make(place));
const cursor = (text: string) => Buffer.from(text).toString('base64url');

test.each<[title: string, what: string, given: Arguments, argument: string, message: RegExp]>([
  // Slugs
  [
    'a topic that there is not, with the nearest',
    'articles',
    { filter: { topics: { any: ['forein-relations'] } } },
    'filter.topics.any',
    /^There is no topic "forein-relations"\. The nearest known: foreign-relations,/,
  ],
  [
    'one of several events',
    'articles',
    { filter: { events: { all: ['sea-games-31', 'vietnam-laos'] } } },
    'filter.events.all',
    /There is no event "vietnam-laos"\. The nearest known: vietnam-laos-2022,/,
  ],
  [
    'a source to leave out',
    'articles',
    { filter: { sources: { none: ['wires'] } } },
    'filter.sources.none',
    /There is no source "wires"\. The nearest known: wire,/,
  ],
  ['an empty slug', 'articles', { filter: { topics: { any: [''] } } }, 'filter.topics.any', /There is no topic ""/],
  // Pages
  ['a page of less than nothing', 'articles', { first: -1 }, 'first', /^first is -1: ask for 0 to 100\.$/],
  ['a page from the end of less than nothing', 'articles', { last: -1 }, 'last', /^last is -1: ask for 0 to 100\.$/],
  ['a page of more than a hundred', 'articles', { first: 101 }, 'first', /^first is 101: ask for 0 to 100\.$/],
  ['a huge page from the end', 'sources', { last: 2_147_483_647 }, 'last', /^last is 2147483647: ask for 0 to 100\.$/],
  ['a page that is no number', 'articles', { first: 'ten' }, 'first', /Int cannot represent/],
  ['a page that is no whole number', 'articles', { first: 1.5 }, 'first', /Int cannot represent/],
  ['a number past all integers', 'articles', { first: 3_000_000_000 }, 'first', /Int cannot represent/],
  ['a page from both ends', 'articles', { first: 1, last: 1 }, 'last', /^Give first or last, not both/],
  ['a page of topics from both ends', 'topics', { first: 1, last: 1 }, 'last', /^Give first or last, not both/],
  ['too many topics among facets', 'facets of topics', { first: 101 }, 'first', /^first is 101: ask for 0 to 100\.$/],
  ['too many related articles', 'related articles', { first: 101 }, 'first', /^first is 101: ask for 0 to 100\.$/],
  ['fewer than no related articles', 'related articles', { first: -1 }, 'first', /^first is -1/],
  [
    'what is no cursor',
    'articles',
    { after: 'abc' },
    'after',
    /^after is not a cursor: take one from edges or pageInfo/,
  ],
  ['an empty cursor', 'articles', { before: '' }, 'before', /^before is not a cursor/],
  [
    'a cursor of another order',
    'articles',
    { after: cursor('OLDEST 1658100000000 1') },
    'after',
    /^after is a cursor of another list \(OLDEST\): take one from edges or pageInfo of this one \(NEWEST\)\.$/,
  ],
  [
    'a cursor of articles among topics',
    'topics',
    { before: cursor('NEWEST 1658100000000 1') },
    'before',
    /^before is a cursor of another list \(NEWEST\): .* of this one \(TOPICS\)/,
  ],
  [
    'a cursor of sources among topics',
    'topics',
    { after: cursor('SOURCES 0 1') },
    'after',
    /^after is a cursor of another list \(SOURCES\)/,
  ],
  ['a cursor of a time past all times', 'articles', { after: cursor('NEWEST 1e+300 1') }, 'after', /is not a cursor/],
  [
    'a cursor before all times',
    'articles',
    { after: cursor('NEWEST -8640000000000000 1') },
    'after',
    /is not a cursor/,
  ],
  [
    'a cursor of a rank past all ranks',
    'articles',
    { filter: { text: 'a' }, orderBy: 'RELEVANCE', after: cursor('RELEVANCE 1e-400 1') },
    'after',
    /is not a cursor/,
  ],
  // Dates
  [
    'a day that there is not',
    'articles',
    { filter: { published: { on: '2022-02-30' } } },
    'filter.published.on',
    /^There is no such day or time as 2022-02-30\.$/,
  ],
  [
    'a month that there is not',
    'articles',
    { filter: { published: { from: '2022-13-01' } } },
    'filter.published.from',
    /^There is no such day or time as 2022-13-01\.$/,
  ],
  [
    'an hour that there is not',
    'articles',
    { filter: { updated: { to: '2022-07-18T25:00' } } },
    'filter.updated.to',
    /^There is no such day or time as 2022-07-18T25:00\.$/,
  ],
  [
    'an offset that there is not',
    'articles',
    { filter: { updated: { to: '2022-07-18T09:30+25:00' } } },
    'filter.updated.to',
    /"2022-07-18T09:30\+25:00" is not a day such as "2022-07-18" or a moment such as/,
  ],
  [
    'a date written another way',
    'articles',
    { filter: { published: { from: '18/07/2022' } } },
    'filter.published.from',
    /"18\/07\/2022" is not a day such as/,
  ],
  [
    'a date that is a number',
    'articles',
    { filter: { published: { from: 1_658_100_000 } } },
    'filter.published.from',
    /1658100000 is not a day such as/,
  ],
  [
    'a moment where a day is asked for',
    'articles',
    { filter: { published: { on: '2022-07-18T09:30' } } },
    'filter.published.on',
    /is not a day such as "2022-07-18"/,
  ],
  [
    'a time zone that there is not',
    'articles',
    { filter: { published: { on: '2022-07-18', timeZone: 'Mars/Phobos' } } },
    'filter.published.timeZone',
    /"Mars\/Phobos" is not an IANA time zone such as "Asia\/Ho_Chi_Minh"/,
  ],
  [
    'a span that ends before it begins',
    'articles',
    { filter: { published: { from: '2022-07-19', to: '2022-07-18' } } },
    'filter.published',
    /^from \(2022-07-19\) is not before to \(2022-07-18\)/,
  ],
  [
    'a span of no time',
    'articles',
    { filter: { updated: { from: '2022-07-19T00:00:00Z', to: '2022-07-19' } } },
    'filter.updated',
    /is not before to/,
  ],
  [
    'a day and a span at once',
    'articles',
    { filter: { published: { on: '2022-07-19', from: '2022-07-18' } } },
    'filter.published',
    /^Give from and to, or on, or last: not several of them\.$/,
  ],
  ['a day and the last days', 'events', { active: { on: '2022-07-19', last: 'P1D' } }, 'active', /^Give from and to/],
  [
    'events of a day that there is not',
    'events',
    { active: { on: '2023-02-29' } },
    'active.on',
    /^There is no such day/,
  ],
  ...['7 days', 'P', 'P7', '7D', ''].map((last): [string, string, Arguments, string, RegExp] => [
    `a duration written "${last}"`,
    'articles',
    { filter: { published: { last } } },
    'filter.published.last',
    /is not a duration \(ISO 8601\) such as "P7D" or "PT12H"/,
  ]),
  ...['-P7D', 'PT0S', 'P1,5D', '+P1D'].map((last): [string, string, Arguments, string, RegExp] => [
    `a duration of ${last}`,
    'articles',
    { filter: { published: { last } } },
    'filter.published.last',
    /is not a span of time that is over: write it like "P7D" or "PT12H"\.$/,
  ]),
  ...['P3000Y', 'P9000Y', 'P200000Y', 'P99999999999999Y'].map((last): [string, string, Arguments, string, RegExp] => [
    `a duration of ${last}`,
    'articles',
    { filter: { updated: { last } } },
    'filter.updated.last',
    /goes back to before the year 1\.$/,
  ]),
  // Lists
  ['no topic to choose from', 'articles', { filter: { topics: { any: [] } } }, 'filter.topics.any', /is empty/],
  ['no source to carry', 'articles', { filter: { sources: { all: [] } } }, 'filter.sources.all', /is empty/],
  ['no language', 'articles', { filter: { languages: [] } }, 'filter.languages', /is empty/],
  ['no kind of media', 'articles', { filter: { hasMedia: [] } }, 'filter.hasMedia', /is empty/],
  [
    'too many topics',
    'articles',
    { filter: { topics: { any: many(51, place => `topic-${place}`) } } },
    'filter.topics.any',
    /has 51 values: at most 50 are allowed/,
  ],
  [
    'too many countries to leave out',
    'articles of a topic',
    { filter: { countries: { none: many(51, place => `A${String.fromCharCode(65 + (place % 26))}${place}`) } } },
    'filter.countries.none',
    /has 51 values: at most 50 are allowed/,
  ],
  [
    'too many languages',
    'articles',
    { filter: { languages: many(51, () => 'vi') } },
    'filter.languages',
    /has 51 values: at most 50 are allowed/,
  ],
  [
    'too many ids',
    'nodes',
    { ids: many(101, place => globalId('Article', place)) },
    'ids',
    /^ids has 101 ids: ask for at most 100/,
  ],
  // Codes
  ...['LAO', 'ZZ', '', 'l', 'Lào'].map((code): [string, string, Arguments, string, RegExp] => [
    `a country "${code}"`,
    'articles',
    { filter: { countries: { any: [code] } } },
    'filter.countries.any',
    /is not a country code \(ISO 3166-1 alpha-2\) such as "LA"\.$/,
  ]),
  ...['tiếng Việt', 'e', 'vi_VN', '', '*'].map((tag): [string, string, Arguments, string, RegExp] => [
    `a language "${tag}"`,
    'articles',
    { filter: { languages: ['vi', tag] } },
    'filter.languages',
    /is not a language tag \(BCP 47\) such as "vi", "lo" or "zh-Hans"/,
  ]),
  ['a language to name a topic in', 'the name of a topic', { language: '??' }, 'language', /is not a language tag/],
  [
    'a language that is true',
    'articles',
    { filter: { languages: [true] } },
    'filter.languages',
    /true is not a language/,
  ],
  [
    'a kind of media that there is not',
    'articles',
    { filter: { hasMedia: ['HOLOGRAM'] } },
    'filter.hasMedia',
    /HOLOGRAM/,
  ],
  ['an order that there is not', 'articles', { orderBy: 'LONGEST' }, 'orderBy', /LONGEST/],
  // Text
  [
    'relevance to nothing',
    'articles',
    { orderBy: 'RELEVANCE' },
    'orderBy',
    /^RELEVANCE needs filter\.text: without words to find, ask for NEWEST\.$/,
  ],
  ['relevance to blanks', 'articles', { filter: { text: '  ' }, orderBy: 'RELEVANCE' }, 'orderBy', /^RELEVANCE needs/],
])('%s is refused, with the argument', async (_title, what, given, argument, message) => {
  const answers = await bothWays(what, given);

  for (const { errors } of answers) {
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(errors[0]!.message.replace(new RegExp(`^${argument}: `), '')).toMatch(message);
    expect(errors[0]).toHaveProperty('locations');
  }
  expect(server.lines.filter(({ msg }) => msg === 'bug')).toEqual([]);
});

test('a list within a list is refused where a text is asked for', async () => {
  const { errors } = await server.ask({
    query: 'query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }',
    variables: { filter: { published: { timeZone: ['UTC'] }, languages: [['vi']] } },
  });
  expect(errors.map(({ extensions }) => extensions.argument)).toEqual([
    'filter.languages',
    'filter.published.timeZone',
  ]);
});

test('a refusal says which of several variables it is about', async () => {
  const { errors } = await server.ask({
    query: `query ($day: LocalDate, $zone: TimeZone) {
      articles(filter: { published: { on: $day, timeZone: $zone } }) { totalCount }
    }`,
    variables: { day: '2022-07-18', zone: 'Hà Nội' },
  });
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.published.timeZone' });
});

test('what is missing is named', async () => {
  const missing = await server.ask({ query: 'query ($id: ID!) { node(id: $id) { id } }' });
  expect(missing.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });

  const none = await server.ask({
    query: 'query ($slugs: [String!]) { articles(filter: { topics: { any: $slugs } }) { totalCount } }',
  });
  expect(none).toMatchObject({ errors: [], data: { articles: { totalCount: 2 } } });
});

test('a mistake that is not about a value stays what it is', async () => {
  const unused = await server.ask({ query: 'query ($id: ID) { articles { totalCount } }' });
  expect(unused.errors[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });

  const mistyped = await server.ask({ query: 'query ($id: Int) { articles(after: $id) { totalCount } }' });
  expect(mistyped.errors[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
});
