import * as fc from 'fast-check';
import { graphql, type GraphQLSchema } from 'graphql';
import { createContext } from '../../src/graphql/context.js';
import { Deadline } from '../../src/graphql/deadline.js';
import { explainAccess } from '../../src/content/explain-access.js';
import { globalId, readGlobalId } from '../../src/graphql/global-id.js';
import type { Licence } from '../../src/partners/licence.js';
import { type Reader, visitorReader } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

const NOW = new Date('2022-08-01T00:00:00Z');
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS);

/** An article as the oracle knows it. */
interface Told {
  identity: string;
  source: 'desk' | 'wire';
  language: string;
  topics: string[];
  country: string | null;
  publishedAt: Date;
  embargoedUntil: Date | null;
  expiresAt: Date | null;
  except: string | null;
}

const articles: Told[] = Array.from({ length: 60 }, (_, place) => ({
  identity: `a${place}`,
  source: place % 3 === 0 ? 'wire' : 'desk',
  language: ['vi', 'en', 'lo', 'km'][place % 4]!,
  topics: [[], ['asean'], ['football'], ['politics', 'sport']][place % 5] ?? ['foreign-relations'],
  country: [null, 'LA', 'KH'][place % 3]!,
  publishedAt: hoursAgo(place % 7),
  embargoedUntil: place % 6 === 1 ? hoursAgo(-1) : place % 6 === 2 ? hoursAgo(1) : null,
  expiresAt: place % 11 === 3 ? hoursAgo(0) : place % 11 === 4 ? hoursAgo(-1) : null,
  except: place % 13 === 5 ? 'LA' : null,
}));

let desk: Desk;
let schema: GraphQLSchema;
const identityOf = new Map<string, string>();

beforeAll(async () => {
  desk = await openDesk();
  schema = await buildGatewaySchema();
  desk.now = NOW;
  for (const { source, topics, country, except: _, ...article } of articles) {
    const subjects = filedUnder(...topics);
    if (country) subjects.push({ code: `country:${country.toLowerCase()}`, name: null, kind: 'country' });
    await desk.take(source, { ...article, headline: `Tin ${article.identity}`, subjects, media: [PICTURE] });
  }
  const rows = await desk.db.query('select article_id as id, identity from article_origin');
  for (const { id, identity } of rows) identityOf.set(globalId('Article', id), identity);
  const barred = articles.filter(({ except }) => except).map(({ identity }) => identity);
  await desk.db.query(
    `update article set rights = '{"territories": {"except": ["LA"]}}'
      where id in (select article_id from article_origin where identity = any($1))`,
    [barred],
  );
});

afterAll(() => desk.close());

const PICTURE = {
  kind: 'picture' as const,
  url: 'https://desk.example/1.jpg',
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  alt: null,
  caption: null,
  credit: null,
};

let lastLicence = 0;

function licence(terms: Partial<Licence>): Licence {
  lastLicence += 1;
  return {
    id: lastLicence,
    partnerId: 1,
    name: 'Some',
    filter: {},
    text: false,
    media: false,
    embargoAccess: false,
    delaySeconds: 0,
    history: false,
    validFrom: null,
    validUntil: null,
    revision: 1,
    ...terms,
  };
}

function partner(licences: Licence[], country: string | null = null): Reader {
  const about = { slug: 'partner', name: 'A partner', country, contact: null, languages: [], suspendedAt: null };
  const known = { id: 1, ...about, costPerMinute: 1, costPerDay: 1 };
  return { partner: known, key: null, scopes: new Set(['read']), licences };
}

async function ask(reader: Reader, source: string): Promise<any> {
  const context = createContext({
    reader,
    now: NOW,
    db: desk.db,
    reference: await desk.reference(),
    requestId: 'test',
    deadline: new Deadline(),
  });
  desk.statements.length = 0;
  const { data, errors } = await graphql({ schema, source, contextValue: context });
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify(data));
}

const LIST = '{ articles(first: 100) { totalCount nodes { id body { text } media { id } } } }';

describe('whoever has no licence', () => {
  const strangers: [string, Reader][] = [
    ['a visitor where nothing is public', visitorReader([licence({ partnerId: 1, text: true })])],
    ['a partner without a licence', partner([])],
    ['a partner whose licence is over', partner([licence({ validUntil: NOW })])],
    ['a partner whose licence has yet to begin', partner([licence({ validFrom: hoursAgo(-1) })])],
    ['a partner whose licence cannot be read any more', partner([licence({ filter: { topics: { any: ['gone'] } } })])],
    ['a partner whose licence has a misspelt filter', partner([licence({ filter: { topic: { any: ['asean'] } } })])],
  ];

  test.each(strangers)('%s sees nothing, not even a count', async (_title, reader) => {
    const [id] = identityOf.keys();
    const seen = await ask(
      reader,
      `{ articles { totalCount nodes { id } pageInfo { hasNextPage } facets { languages { count } topics { count } } }
        search: articles(filter: { text: "tin" }) { totalCount } node(id: "${id}") { id }
        topic(slug: "asean") { articles { totalCount } } source(slug: "desk") { articles { totalCount } } }`,
    );
    expect(seen).toEqual({
      articles: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false }, facets: { languages: [], topics: [] } },
      search: { totalCount: 0 },
      node: null,
      topic: { articles: { totalCount: 0 } },
      source: { articles: { totalCount: 0 } },
    });
  });
});

test('headlines alone come without text and media, and their media are nowhere to be found', async () => {
  const { articles: all } = await ask(partner([licence({ text: true, media: true })]), LIST);
  const { articles: bare } = await ask(partner([licence({})]), LIST);
  const [medium] = all.nodes[0].media;

  expect(bare.nodes.map(({ id }: any) => id)).toEqual(all.nodes.map(({ id }: any) => id));
  expect(bare.nodes.every(({ body, media }: any) => body === null && media.length === 0)).toBe(true);
  expect(all.nodes.every(({ body, media }: any) => body !== null && media.length === 1)).toBe(true);
  expect(await ask(partner([licence({ text: true })]), `{ node(id: "${medium.id}") { id } }`)).toEqual({ node: null });
  expect(await ask(partner([licence({ media: true })]), `{ node(id: "${medium.id}") { id } }`)).toEqual({
    node: medium,
  });
});

test('many licences take no more statements than one', async () => {
  await ask(partner([licence({ text: true })]), LIST);
  const once = desk.statements.length;
  await ask(
    partner(['asean', 'sport', 'football'].map(slug => licence({ text: true, filter: { topics: { any: [slug] } } }))),
    LIST,
  );
  expect(desk.statements).toHaveLength(once);
});

/** What is below each topic, itself included. */
const BELOW: Record<string, string[]> = {
  politics: ['politics', 'foreign-relations', 'asean'],
  'foreign-relations': ['foreign-relations', 'asean'],
  asean: ['asean'],
  sport: ['sport', 'football'],
  football: ['football'],
};

interface Asked {
  topics?: { any?: string[]; all?: string[]; none?: string[]; exact?: boolean };
  sources?: { any?: string[]; none?: string[] };
  countries?: { any?: string[]; none?: string[] };
  languages?: string[];
}

function matches({ topics, sources, countries, languages }: Asked, article: Told): boolean {
  const isUnder = (slug: string): boolean =>
    article.topics.some(topic => (topics?.exact ? [slug] : BELOW[slug]!).includes(topic));
  return (
    (!topics?.any || topics.any.some(isUnder)) &&
    (!topics?.all || topics.all.every(isUnder)) &&
    !topics?.none?.some(isUnder) &&
    (!sources?.any || sources.any.includes(article.source)) &&
    !sources?.none?.includes(article.source) &&
    (!countries?.any || countries.any.includes(article.country ?? '')) &&
    !countries?.none?.includes(article.country ?? '') &&
    (!languages || languages.includes(article.language))
  );
}

function covers(terms: Licence, article: Told): boolean {
  const { validFrom, validUntil, delaySeconds, embargoAccess, filter } = terms;
  if ((validFrom && validFrom > NOW) || (validUntil && validUntil <= NOW)) return false;
  if (!embargoAccess && article.embargoedUntil && article.embargoedUntil > NOW) return false;
  return article.publishedAt.getTime() + delaySeconds * 1_000 <= NOW.getTime() && matches(filter, article);
}

function some(slugs: string[]): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...slugs), { minLength: 1, maxLength: 2 });
}

const none = { requiredKeys: [] };
const anyFilter: fc.Arbitrary<Asked> = fc.record(
  {
    topics: fc.record(
      {
        any: some(Object.keys(BELOW)),
        all: some(Object.keys(BELOW)),
        none: some(['asean', 'football']),
        exact: fc.boolean(),
      },
      none,
    ),
    sources: fc.record({ any: some(['desk', 'wire']), none: some(['wire']) }, none),
    countries: fc.record({ any: some(['LA', 'KH']), none: some(['KH']) }, none),
    languages: some(['vi', 'en', 'lo']),
  },
  none,
);
const anyLicence = fc
  .record({
    filter: anyFilter,
    text: fc.boolean(),
    media: fc.boolean(),
    embargoAccess: fc.boolean(),
    delaySeconds: fc.constantFrom(0, 0, 7_200, 14_400),
    validFrom: fc.constantFrom(null, null, hoursAgo(1), NOW, hoursAgo(-1)),
    validUntil: fc.constantFrom(null, null, hoursAgo(-1), NOW),
  })
  .map(terms => ({ ...terms, filter: { ...terms.filter } }));

test('PostgreSQL lets readers have exactly what their licences and filters say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLicence, { maxLength: 4 }),
      anyFilter,
      fc.constantFrom(null, 'LA', 'VN'),
      async (terms, filter, country) => {
        const licences = terms.map(licence);
        const expected = articles
          .filter(article => !article.expiresAt || article.expiresAt > NOW)
          .filter(article => !article.except || article.except !== country)
          .filter(article => licences.some(one => covers(one, article)) && matches(filter, article))
          .map(article => ({
            identity: article.identity,
            text: licences.some(one => one.text && covers(one, article)),
            media: licences.some(one => one.media && covers(one, article)),
          }));
        const { articles: list } = await ask(
          partner(licences, country),
          LIST.replace('100', `100, filter: ${graphqlOf(filter)}`),
        );
        const seen = list.nodes.map(({ id, body, media }: any) => ({
          identity: identityOf.get(id),
          text: body !== null,
          media: media.length > 0,
        }));

        const byIdentity = (one: any, other: any): number => one.identity.localeCompare(other.identity);
        expect(seen.toSorted(byIdentity)).toEqual(expected.toSorted(byIdentity));
        expect(list.totalCount).toBe(expected.length);
        await checkExplanations(partner(licences, country));
      },
    ),
    { numRuns: 150 },
  );
  expect(Math.min(explained.visible, explained.hidden)).toBeGreaterThan(0);
}, 120_000);

/** That what is explained to the desk, of a few articles, is what the gate says, and to the reader itself no more than that. */
async function checkExplanations(reader: Reader): Promise<void> {
  const reference = await desk.reference();
  const ids = [...identityOf.keys()].filter((_, place) => place % 9 === reader.licences.length);
  for (const id of ids) {
    const { key } = readGlobalId(id)!;
    const { node } = await ask(reader, `{ node(id: "${id}") { id } explain(id: "${id}") { visible } }`);
    const whole = await explainAccess(key, { reader, reference, now: NOW }, false, desk);
    const own = await explainAccess(key, { reader, reference, now: NOW }, true, desk);
    expect(whole?.visible).toBe(node !== null);
    expect(own).toEqual(node === null ? null : whole);
    explained[whole?.visible ? 'visible' : 'hidden'] += 1;
  }
}

const explained = { visible: 0, hidden: 0 };

/** A filter as it is written in a query. */
function graphqlOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"(\w+)":/g, '$1:');
}
