import { defaultFieldResolver, execute, isObjectType, parse, type GraphQLSchema } from 'graphql';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { storeFeed } from '../../src/changes/store-feed.js';
import { readConfig } from '../../src/config.js';
import { globalId } from '../../src/graphql/global-id.js';
import { type Calls, crawlSchema } from '../support/crawl-schema.js';
import { contextOf } from '../support/desk-server.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import type { Licence } from '../../src/partners/licence.js';
import { openQuotas } from '../../src/partners/open-quotas.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';

let desk: Desk;
let schema: GraphQLSchema;
/** Another, whose licence is no business of the visitor's. */
let stranger: number;
/** "Type.field" of every field that some answer was resolved with. */
const resolved = new Set<string>();

beforeAll(async () => {
  desk = await openDesk();
  schema = await buildGatewaySchema();
  noteWhatIsResolved();
  stranger = (await createPartner(desk.db, { slug: 'stranger', name: 'A stranger' })).id;
  await desk.take(
    'desk',
    {
      identity: 'beside',
      storyIdentity: 'shared',
      language: 'vi',
      headline: 'Hữu nghị',
      isCorrection: true,
      subjects: SUBJECTS,
      media: [picture('shown')],
    },
    { identity: 'other', language: 'lo', headline: 'Khác', subjects: SUBJECTS },
    { identity: 'apart', language: 'km', headline: 'Xa', subjects: SUBJECTS },
  );
  for (const feed of FEEDS) await storeFeed(desk.db, feed, NOW);
  await desk.take('wire', {
    identity: 'news',
    storyIdentity: 'news',
    language: 'en',
    headline: 'News',
    subjects: filedUnder('asean'),
  });
});

afterAll(() => desk.close());

/** Feeds that everybody finds, which take the secret article by one of its properties each. */
const FEEDS = [
  { slug: 'in-khmer', filter: { languages: ['km'] } },
  { slug: 'football', filter: { topics: { any: ['football'] } } },
  { slug: 'filmed', filter: { countries: { any: ['KH'] }, hasMedia: ['VIDEO'] } },
].map(feed => ({ ...feed, partnerId: null, names: { en: feed.slug }, descriptions: { en: feed.slug } }));

const NOW = new Date('2022-08-01T00:00:00Z');
const SUBJECTS = filedUnder('foreign-relations', 'vietnam-laos-2022');
const MARK = 'tuyệtmật';

/** An article with something of its own in every field, beside others in its story, its topic, its language and its event. */
const SECRET: Partial<IncomingArticle> = {
  identity: 'secret',
  storyIdentity: 'shared',
  language: 'km',
  headline: `Tin ${MARK}`,
  isCorrection: true,
  lede: `Lede ${MARK}`,
  bodyHtml: `<p>${MARK}</p>`,
  url: `https://desk.example/tuyetmat`,
  bylines: [MARK],
  credit: MARK,
  urgency: 1,
  publishedAt: new Date('2022-07-18T02:30:00Z'),
  updatedAt: new Date('2022-07-19T02:30:00Z'),
  subjects: [
    ...SUBJECTS,
    ...filedUnder('football', 'sea-games-31'),
    { code: 'country:kh', name: null, kind: 'country' },
  ],
  media: [{ ...picture('tuyetmat'), kind: 'video', caption: MARK }],
};

function picture(name: string): IncomingArticle['media'][number] {
  const unknown = {
    mimeType: null,
    width: null,
    height: null,
    durationSeconds: null,
    alt: null,
    caption: null,
    credit: null,
  };
  return { kind: 'picture', url: `https://desk.example/${name}.jpg`, ...unknown };
}

function noteWhatIsResolved(): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (...given) => {
        resolved.add(`${type.name}.${field.name}`);
        return resolve(...given);
      };
    }
  }
}

/** Every way to ask for articles that could find the secret one, by its every property. */
const LISTS = [
  '(first: 100)',
  '(first: 1)',
  '(last: 1)',
  '(first: 0)',
  '(first: 1, filter: { languages: ["km"] })',
  '(last: 1, filter: { languages: ["km"] })',
  '(first: 100, orderBy: OLDEST)',
  '(first: 100, orderBy: RECENTLY_UPDATED)',
  `(first: 100, orderBy: RELEVANCE, filter: { text: "${MARK}" })`,
  ...[
    `text: "${MARK}"`,
    'topics: { any: ["football"] }',
    'topics: { any: ["football"], exact: true }',
    'topics: { any: ["sport", "asean"] }',
    'topics: { all: ["politics", "sport"] }',
    'events: { any: ["sea-games-31"] }',
    'countries: { any: ["KH"] }',
    'sources: { any: ["desk"] }',
    'languages: ["km"]',
    'languages: ["km", "lo"], events: { any: ["sea-games-31", "vietnam-laos-2022"] }',
    'published: { on: "2022-07-18" }',
    'updated: { on: "2022-07-19" }',
    'hasMedia: [VIDEO]',
    'topics: { none: ["asean"] }',
  ].map(filter => `(first: 100, filter: { ${filter} })`),
];

function calls(ids: string[]): Calls {
  const quoted = ids.map(id => JSON.stringify(id));
  return {
    'Query.node': quoted.map(id => `(id: ${id})`),
    'Query.nodes': [`(ids: [${quoted.join(', ')}])`],
    'Query.explain': quoted.map(id => `(id: ${id})`),
    'Query.article': quoted.map(id => `(id: ${id})`),
    'Query.articles': LISTS,
    'Query.changes': [
      ...LISTS.filter(list => /first: 100, filter/.test(list)),
      '(first: 500)',
      '(first: 1, latestOnly: true)',
    ],
    'Query.syncDigest': ['', '(filter: { languages: ["km"] })', '(filter: { topics: { any: ["football"] } })'],
    'Query.partner': ['(slug: "nobody")'],
    // Refused to visitors as a whole: test/desk/audit.test.ts.
    'Query.auditEntries': [],
    'Query.withdrawals': ['(state: ALL, first: 100)', '(state: OPEN)'],
    'Query.topic': ['football', 'foreign-relations', 'sport'].map(slug => `(slug: "${slug}")`),
    'Query.topics': ['', '(roots: true)'],
    'Query.event': ['sea-games-31', 'vietnam-laos-2022'].map(slug => `(slug: "${slug}")`),
    'Query.events': ['', '(active: { on: "2022-05-20" })'],
    'Query.source': ['desk', 'wire'].map(slug => `(slug: "${slug}")`),
    'Query.sources': [''],
    'Query.feed': FEEDS.map(({ slug }) => `(slug: "${slug}")`),
    'Query.feeds': [''],
    'Topic.articles': LISTS,
    'Event.articles': LISTS,
    'Source.articles': LISTS,
    'Feed.articles': LISTS.filter(list => !/filter/.test(list)),
    'Article.versions': ['(first: 100)', '(last: 1)'],
    'Article.diff': ['(from: 1, to: 1)', '(from: 1, to: 2)'],
    'Article.related': ['(first: 100)', '(first: 1)', ''],
    'ArticleFacets.topics': ['(first: 100)'],
    'ArticleFacets.events': ['(first: 100)'],
    'Me.licences': ['', '(language: "km")'],
    'Topic.name': ['', '(language: "km")'],
    'Event.name': ['', '(language: "km")'],
    'Event.description': ['', '(language: "km")'],
    'Feed.title': ['', '(language: "km")'],
    'Feed.description': ['', '(language: "km")'],
    'Feed.selection': ['', '(language: "km")'],
    'Source.name': ['', '(language: "km")'],
  };
}

type Answers = unknown[];

/** Asks everything that the schema lets be asked. */
async function crawl(ids: string[]): Promise<Answers> {
  const answers: Answers = [];
  for (const source of crawlSchema(schema, calls(ids))) {
    const { data, errors } = await execute({ schema, document: parse(source), contextValue: await contextOf(desk) });
    if (errors) throw errors[0]!;
    answers.push(JSON.parse(JSON.stringify(data)));
  }
  return answers;
}

/** Asks what is said to partners alone: a visitor has no partner, no key and no usage. */
async function askAsPartner(source: string): Promise<void> {
  const partner = await createPartner(desk.db, { slug: `partner-${resolved.size}`, name: 'Partner' });
  const { key } = await createKey(desk.db, { partnerId: partner.id, label: 'key', scopes: ['read'] }, desk.now);
  const quotas = await openQuotas(desk.db, readConfig({}), () => {});
  const reader = { partner, key, scopes: new Set(key.scopes), licences: [] };
  const quota = quotas.of(reader, '127.0.0.1', desk.now);
  await quota.spend(1);
  await quota.settle(1);
  await quotas.writeUsage();
  const contextValue = { ...(await contextOf(desk)), reader, quota };
  expect(await execute({ schema, document: parse(source), contextValue })).not.toHaveProperty('errors');
  await quotas.close();
}

type Tree = Record<string, unknown>;

/** The fields, under the names that the crawl gives them, whose answers differ; things with an id are compared with themselves. */
function differences(one: unknown, other: unknown, field = '', found = new Set<string>()): Set<string> {
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length !== other.length) found.add(field);
    for (const [place, item] of one.entries()) {
      differences(item, other.find(same => isSame(item, same)) ?? other[place] ?? item, field, found);
    }
  } else if (isTree(one) && isTree(other)) {
    for (const [key, value] of Object.entries(one)) differences(value, other[key], key.replace(/__\d+$/, ''), found);
  } else if (one !== other) {
    found.add(field);
  }
  return found;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

function isSame(one: unknown, other: unknown): boolean {
  const idOf = (value: unknown) => (isTree(value) ? (value.id ?? value.id__0) : null);
  return idOf(one) != null && idOf(one) === idOf(other);
}

/** The keys of the secret article, its story and its pictures, as ids. */
async function idsOf(identity: string): Promise<string[]> {
  const [row] = await desk.db.query(
    `select id, story_id as "storyId", (select array_agg(media.id) from media where article_id = article.id) as media
      from article join article_origin origin on origin.article_id = article.id where origin.identity = $1`,
    [identity],
  );
  return [
    globalId('Article', row.id),
    globalId('Story', row.storyId),
    ...row.media.map((id: number) => globalId('Media', id)),
  ];
}

/** Removes every trace of an article, as if it had never come in. */
async function forget(identity: string): Promise<void> {
  const [{ id, storyId }] = await desk.db.query(
    `select id, story_id as "storyId" from article join article_origin on article_id = id where identity = $1`,
    [identity],
  );
  for (const table of ['article_topic', 'article_event', 'article_country', 'article_state']) {
    await desk.db.query(`delete from ${table} where article_id = $1`, [id]);
  }
  await desk.db.query('delete from article where id = $1', [id]);
  await desk.db.query('delete from story where id = $1 and not exists (select from article where story_id = $1)', [
    storyId,
  ]);
  await desk.db.query('delete from language where not exists (select from article where language = tag)');
}

const HIDDEN: [string, Partial<IncomingArticle>][] = [
  ['an article under embargo', { embargoedUntil: new Date(NOW.getTime() + 1) }],
  ['an article under an embargo without an end', { embargoedUntil: 'forever' }],
  ['an article that its source withholds', { status: 'withheld' }],
  ['an article that has expired', { expiresAt: NOW }],
  ['an article that has been withdrawn', { status: 'canceled' }],
  [
    'an article that is under embargo until it has expired',
    { embargoedUntil: new Date('2022-09-02'), expiresAt: new Date('2022-09-01') },
  ],
];

/** Hidden by what the reader's only licence is, and not by what the article is. */
const UNLICENSED: [string, Partial<IncomingArticle>, Partial<Licence>][] = [
  ['an article that no licence is for', {}, { filter: { countries: { none: ['KH'] } } }],
  [
    'an article that has yet to grow as old as the licence asks',
    { publishedAt: new Date(NOW.getTime() - 86_400_000 + 1) },
    { delaySeconds: 86_400 },
  ],
];

test.each<[string, Partial<IncomingArticle>, Partial<Licence>?, string?]>([
  ...HIDDEN,
  ...UNLICENSED,
  ['an article that has been withdrawn, in a story of its own', { status: 'canceled' }, {}, 'alone'],
])('nothing tells of %s', async (_title, hiding, terms = {}, storyIdentity = 'shared') => {
  desk.now = NOW;
  // Another may look behind embargoes: that is no business of the visitor's.
  await grantPublicly(desk.db, { partnerId: stranger, embargoAccess: true, history: true });
  const secret = { ...SECRET, storyIdentity };
  await desk.take('desk', secret);
  const ids = await idsOf('secret');
  const shown = await crawl(ids);
  await desk.take('desk', { ...secret, ...hiding });
  await desk.db.query('truncate licence');
  await grantPublicly(desk.db, { history: true, ...terms });
  await grantPublicly(desk.db, { partnerId: stranger, embargoAccess: true, history: true });
  const hidden = await crawl(ids);
  await forget('secret');
  const gone = await crawl(ids);

  expect(hidden).toEqual(gone);
  expect(JSON.stringify(hidden)).not.toMatch(/tuyệtmật|tuyetmat/i);
  for (const id of storyIdentity === 'alone' ? ids : ids.toSpliced(1, 1)) {
    expect(JSON.stringify(hidden)).not.toContain(id);
  }
  // Shown, it changes the answers of all of these: that they are the same without it is no accident.
  const telling = [
    'article',
    'node',
    'nodes',
    'edges',
    'totalCount',
    'count',
    'hasNextPage',
    'hasPreviousPage',
    'related',
  ];
  const ofStory = storyIdentity === 'shared' ? ['translations', 'articles', 'languages'] : [];
  expect([...differences(shown, gone)]).toEqual(expect.arrayContaining([...telling, ...ofStory]));
  expect(JSON.stringify(shown)).toContain(MARK);
});

/** What hangs on a partner who had an article (test/changes/withdrawals.test.ts asks for it), what needs a key with a scope (test/desk), the tokens of a key (test/feeds), and what lies too deep. */
const NEVER_FOR_VISITORS =
  /^(Withdrawal(Edge|Acknowledgement)?|Mutation|\w+Payload|(Partner|Licence|Key)Record|AuditEntry(Connection|Edge)?|FeedToken)\.|^Query\.auditEntries$|^ExplainedLicence\.rules$/;

test('every field of the schema has been asked for', async () => {
  await askAsPartner('{ me { partner { slug name country languages } key { prefix scopes label expiresAt } } }');
  await askAsPartner('{ me { quota { perMinute perDay remaining resets } usage { day requests cost } } }');
  const all = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(type => Object.keys(type.getFields()).map(field => `${type.name}.${field}`))
    .filter(field => !NEVER_FOR_VISITORS.test(field));
  expect([...resolved].toSorted()).toEqual(all.toSorted());
});

beforeEach(async () => {
  await desk.db.query('truncate licence');
  await grantPublicly(desk.db, { history: true });
});

test('an embargo is over, and an article expires, at the very moment that was said', async () => {
  const [opens, ends] = [new Date('2022-08-02T00:00:00Z'), new Date('2022-08-03T00:00:00Z')];
  await desk.take('desk', { ...SECRET, embargoedUntil: opens, expiresAt: ends });
  const isShown = async (now: number) => {
    desk.now = new Date(now);
    return (await desk.ask(`{ articles(filter: { text: "${MARK}" }) { totalCount } }`)).articles.totalCount === 1;
  };
  expect(await isShown(opens.getTime() - 1)).toBe(false);
  expect(await isShown(opens.getTime())).toBe(true);
  expect(await isShown(ends.getTime() - 1)).toBe(true);
  expect(await isShown(ends.getTime())).toBe(false);
});

test('an article that comes back is shown again, under its own id', async () => {
  desk.now = NOW;
  await desk.take('desk', SECRET);
  const [id] = await idsOf('secret');
  await desk.take('desk', { ...SECRET, status: 'canceled' });
  expect(await desk.ask(`{ article(id: "${id}") { id } }`)).toEqual({ article: null });
  await desk.take('desk', SECRET);
  expect(await desk.ask(`{ article(id: "${id}") { id headline } }`)).toEqual({
    article: { id, headline: SECRET.headline },
  });
});
