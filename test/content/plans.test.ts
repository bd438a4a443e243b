import { execute, parse, type GraphQLSchema } from 'graphql';
import { escapeLiteral } from 'pg';
import sql from 'sql-template-tag';
import { entitledArticles } from '../../src/content/entitled-articles.js';
import type { Partner } from '../../src/partners/partner.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { contextOf } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

const ARTICLES = 3_000;
const BATCH = 500;
const PAGE = 20;

let desk: Desk;
let schema: GraphQLSchema;

beforeAll(async () => {
  desk = await openDesk();
  schema = await buildGatewaySchema();
  for (let start = 0; start < ARTICLES; start += BATCH) {
    const slug = start % (2 * BATCH) === 0 ? 'desk' : 'wire';
    await desk.take(slug, ...Array.from({ length: BATCH }, (_, place) => articleAt(start + place)));
  }
  // As of sources whose every article states its terms.
  await desk.db.query(`update article set rights = '{"terms": "For partners."}'`);
  await desk.db.query('vacuum analyze');
}, 120_000);

afterAll(() => desk.close());

/** All on one topic, one event and one country; two of three in one language; in no order, and eight at each moment. */
function articleAt(place: number) {
  const moment = (place * 7_919) % (ARTICLES / 8);
  return {
    identity: String(place),
    headline: `Article ${place}`,
    bodyHtml: '<p>Text.</p>',
    language: place % 3 ? 'vi' : ['en', 'lo'][place % 2]!,
    publishedAt: new Date(Date.UTC(2022, 0, 1, moment)),
    updatedAt: new Date(Date.UTC(2022, 6, 1, (place * 104_729) % ARTICLES)),
    subjects: [
      ...filedUnder('asean', 'vietnam-laos-2022'),
      { code: 'country:la', name: null, kind: 'country' as const },
    ],
  };
}

/** A step of what PostgreSQL did: explain (analyze, buffers, format json). */
interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Step[];
}

interface Explained {
  data: any;
  steps: Step[];
  indexes: string[];
  /** Rows looked at in tables and indexes, whether they were taken or not. */
  rows: number;
  /** Blocks of 8 kB looked at. */
  blocks: number;
}

/** By its values, as a statement is planned at first, and for any values, as PostgreSQL may come to plan one that is prepared. */
const PLANNED = ['force_custom_plan', 'force_generic_plan'];

/** Asks, and tells how the one statement of the answer was carried out, planned in either way: the most of both. */
async function explained(query: string, variables: Record<string, unknown> = {}): Promise<Explained> {
  const context = await contextOf(desk);
  const plans: Step[] = [];
  let asked = 0;
  const db = {
    connection: { driver: {} },
    async query(statement: string, values: unknown[]) {
      asked += 1;
      for (const mode of PLANNED) plans.push(await planOf(statement, values, mode));
      return desk.db.query(statement, values);
    },
  };
  Object.assign(context, { db });
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: context,
  });
  expect(errors).toBeUndefined();
  expect(asked).toBe(1);

  const steps = plans.flatMap(stepsOf);
  return {
    data,
    steps,
    indexes: [...new Set(steps.flatMap(step => step['Index Name'] ?? []))].toSorted(),
    rows: Math.max(...plans.map(plan => scansOf(stepsOf(plan)).reduce((sum, step) => sum + rowsOf(step), 0))),
    blocks: Math.max(...plans.map(plan => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'])),
  };
}

/** A value as PostgreSQL reads it in a statement, of whatever type it is taken for. */
function literal(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(one => JSON.stringify(one)).join(',')}}`);
  return escapeLiteral(value instanceof Date ? value.toISOString() : `${value as string | number}`);
}

async function planOf(statement: string, values: unknown[], mode: string): Promise<Step> {
  return desk.dataSource.transaction(async db => {
    await db.query(`set local plan_cache_mode = ${mode}`);
    await db.query(`prepare listed as ${statement}`);
    const [row] = await db.query(
      `explain (analyze, buffers, format json) execute listed (${values.map(literal).join(', ')})`,
    );
    await db.query('deallocate listed');
    return row['QUERY PLAN'][0].Plan;
  });
}

const scansOf = (steps: Step[]): Step[] =>
  steps.filter(step => step['Node Type'].includes('Scan') && (step['Relation Name'] ?? step['Index Name']));

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

function rowsOf(step: Step): number {
  const each =
    step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0);
  return each * step['Actual Loops'];
}

const ofKind = ({ steps }: Explained, kind: RegExp): Step[] => steps.filter(step => kind.test(step['Node Type']));

const TOPIC = 'topics: { any: ["asean"] }';
const DATES = 'published: { from: "2022-01-02", to: "2022-01-12" }';

const list = (args: string): string =>
  `query ($after: String) { articles(${args}) { nodes { id headline } pageInfo { endCursor } } }`;

const LISTS: [title: string, args: string, index: string, joined: boolean][] = [
  ['everything', '', 'article_published_at_id_idx', false],
  ['everything, oldest first', ', orderBy: OLDEST', 'article_published_at_id_idx', false],
  ['everything, last changed first', ', orderBy: RECENTLY_UPDATED', 'article_updated_at_id_idx', false],
  ['a language', ', filter: { languages: ["vi"] }', 'article_language_published_at_id_idx', false],
  ['a source', ', filter: { sources: { any: ["wire"] } }', 'article_source_id_published_at_id_idx', false],
  [
    'a source in a language',
    ', filter: { sources: { any: ["wire"] }, languages: ["vi"] }',
    'article_source_id_language_published_at_id_idx',
    false,
  ],
  ['a topic', `, filter: { ${TOPIC} }`, 'article_topic_pkey', true],
  ['a topic, oldest first', `, filter: { ${TOPIC} }, orderBy: OLDEST`, 'article_topic_pkey', true],
  ['a topic above it', ', filter: { topics: { any: ["politics"] } }', 'article_topic_pkey', true],
  [
    'a topic without its descendants',
    ', filter: { topics: { any: ["asean"], exact: true } }',
    'article_topic_exact_idx',
    true,
  ],
  [
    'a topic in a language',
    `, filter: { ${TOPIC}, languages: ["vi"] }`,
    'article_topic_topic_id_language_published_at_article_id_idx',
    true,
  ],
  ['a topic within dates', `, filter: { ${TOPIC}, ${DATES} }`, 'article_topic_pkey', true],
  ['an event', ', filter: { events: { any: ["vietnam-laos-2022"] } }', 'article_event_pkey', true],
  [
    'an event in a language within dates',
    `, filter: { events: { any: ["vietnam-laos-2022"] }, languages: ["vi"], ${DATES} }`,
    'article_event_event_id_language_published_at_article_id_idx',
    true,
  ],
  ['a country', ', filter: { countries: { any: ["LA"] } }', 'article_country_pkey', true],
  [
    'a country in a language',
    ', filter: { countries: { any: ["LA"] }, languages: ["vi"] }',
    'article_country_country_language_published_at_article_id_idx',
    true,
  ],
];

/** What a page may look at: its rows and one more, in an index and, where that is one of terms, in the articles too. */
const most = (joined: boolean): number => (PAGE + 1) * (joined ? 2 : 1);

describe.each(LISTS)('a page of %s', (_title, args, index, joined) => {
  test.each(['first', 'last'])('is read from its index, and nothing else: %s', async end => {
    const answer = await explained(list(`after: $after, ${end}: ${PAGE}${args}`));

    expect(answer.data.articles.nodes).toHaveLength(PAGE);
    expect(answer.indexes).toEqual(joined ? ['article_pkey', index].toSorted() : [index]);
    expect(ofKind(answer, /Sort|Seq Scan|Bitmap|Hash/)).toEqual([]);
    expect(answer.rows).toBeLessThanOrEqual(most(joined));
    expect(answer.blocks).toBeLessThan(200);
  });

  test('costs as much on page 50 as on the first', async () => {
    let after: string | null = null;
    for (const size of [...Array<number>(9).fill(100), 80]) {
      const { articles }: any = await desk.ask(list(`first: ${size}, after: $after${args}`), { after });
      after = articles.pageInfo.endCursor;
    }
    const answer = await explained(list(`first: ${PAGE}, after: $after${args}`), { after });

    expect(answer.data.articles.nodes).toHaveLength(PAGE);
    expect(answer.indexes).toEqual(joined ? ['article_pkey', index].toSorted() : [index]);
    expect(ofKind(answer, /Sort|Seq Scan|Bitmap|Hash/)).toEqual([]);
    expect(answer.rows).toBeLessThanOrEqual(most(joined));
  });
});

describe('lists that hang on something', () => {
  test.each([
    ['topic(slug: "asean")', '', 'article_topic_pkey'],
    [
      'topic(slug: "asean")',
      ', filter: { languages: ["vi"] }',
      'article_topic_topic_id_language_published_at_article_id_idx',
    ],
    ['event(slug: "vietnam-laos-2022")', '', 'article_event_pkey'],
    ['source(slug: "wire")', '', 'article_source_id_published_at_id_idx'],
  ])('%s%s is read from its index', async (parent, args, index) => {
    const answer = await explained(`{ of: ${parent} { articles(first: ${PAGE}${args}) { nodes { id } } } }`);

    expect(answer.data.of.articles.nodes).toHaveLength(PAGE);
    expect(answer.indexes).toContain(index);
    expect(ofKind(answer, /Seq Scan|Bitmap|Hash/)).toEqual([]);
    expect(answer.rows).toBeLessThanOrEqual(most(!parent.startsWith('source')));
    // Only the page itself is put in order, with those of other parents.
    for (const sort of ofKind(answer, /Sort/)) expect(rowsOf(sort)).toBeLessThanOrEqual(PAGE + 1);
  });

  test('twenty topics with their newest are read from an index each', async () => {
    const answer = await explained('{ topics(first: 20) { nodes { articles(first: 5) { nodes { id } } } } }');
    expect(ofKind(answer, /Seq Scan|Bitmap|Hash/)).toEqual([]);
    expect(answer.rows).toBeLessThanOrEqual(5 * 6 * 2);
  });
});

test('several terms in several languages are merged from a page of each', async () => {
  const filter = 'topics: { any: ["asean", "politics"] }, languages: ["vi", "en", "lo"]';
  const answer = await explained(list(`first: ${PAGE}, after: $after, filter: { ${filter} }`));

  expect(answer.data.articles.nodes).toHaveLength(PAGE);
  expect(answer.indexes).toEqual(['article_pkey', 'article_topic_topic_id_language_published_at_article_id_idx']);
  expect(ofKind(answer, /Seq Scan|Bitmap|Hash/)).toEqual([]);
  expect(answer.rows).toBeLessThanOrEqual(2 * 3 * most(true));
});

test('the planner knows that nearly every article may be had in any country', async () => {
  const context = await contextOf(desk);
  const visitor = entitledArticles(context);
  const partner = entitledArticles({
    ...context,
    reader: { ...context.reader, partner: { country: 'LA' } as Partner },
  });
  for (const gate of [visitor, partner]) {
    const statement = sql`explain (format json) select from article where ${gate}`;
    const [row] = await desk.db.query(statement.text, statement.values);
    expect(row['QUERY PLAN'][0].Plan['Plan Rows']).toBeGreaterThan(ARTICLES / 2);
  }
});
