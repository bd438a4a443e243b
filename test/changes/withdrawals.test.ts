import { acknowledgeWithdrawal } from '../../src/changes/acknowledge-withdrawal.js';
import { createLicence } from '../../src/changes/store-licence.js';
import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { loadThesaurus } from '../../src/content/thesaurus.js';
import { readGlobalId } from '../../src/graphql/global-id.js';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { ingestItems } from '../../src/ingest/store/ingest-items.js';
import { restoreArticle } from '../../src/ingest/store/restore-article.js';
import { withdrawArticle, type WithdrawalOrder } from '../../src/ingest/store/withdraw-article.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { Licence } from '../../src/partners/licence.js';
import type { Scope } from '../../src/partners/scope.js';
import { type Desk, filedUnder, grantPublicly, incoming, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const keys = new Map<string, string>();
const partners = new Map<string, number>();
const HOUR = 3_600_000;

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  await partner('football', { topics: { any: ['football'] } });
  await partner('everything', {});
  await partner('nothing', null);
  await partner('editor', null, ['desk']);
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function partner(slug: string, filter: object | null, scopes: Scope[] = ['read']): Promise<void> {
  const { id: partnerId } = await createPartner(desk.db, { slug, name: slug });
  partners.set(slug, partnerId);
  keys.set(slug, (await createKey(desk.db, { partnerId, label: slug, scopes }, desk.now)).text);
  if (filter) await grantPublicly(desk.db, { partnerId, name: slug, filter: filter as Licence['filter'] });
}

async function ask(who: string | null, query: string, variables: object = {}): Promise<any> {
  const headers: Record<string, string> = who === null ? {} : { 'x-api-key': keys.get(who)! };
  const { data, errors } = (await server.ask({ query, variables }, headers)) as any;
  expect(errors ?? []).toEqual([]);
  return data;
}

const CHANGES = `query ($after: String, $filter: ArticleFilter, $latestOnly: Boolean! = false, $wait: Duration) {
  changes(after: $after, filter: $filter, first: 5, latestOnly: $latestOnly, wait: $wait) {
    edges { cursor }
    nodes {
      kind redelivery revision articleId article { headline }
      withdrawal { articleId version reason advice note replacement { headline } withdrawnAt acknowledgedAt restoredAt acknowledgements { partner } }
    }
    pageInfo { endCursor hasNextPage }
  }
}`;

async function hear(
  who: string,
  after: string | null,
  more: object = {},
): Promise<{ nodes: any[]; after: string; cursors: string[] }> {
  const { changes } = await ask(who, CHANGES, { after, ...more });
  return {
    nodes: changes.nodes,
    after: changes.pageInfo.endCursor,
    cursors: changes.edges.map((edge: any) => edge.cursor),
  };
}

const OPEN =
  '{ withdrawals { totalCount nodes { articleId acknowledgedAt acknowledgements { partner acknowledgedAt } } } }';
const ALL = '{ withdrawals(state: ALL) { nodes { articleId reason } } }';

const match = (identity: string): Partial<IncomingArticle> => ({
  identity,
  headline: identity,
  subjects: filedUnder('football'),
});

async function keyOf(identity: string): Promise<number> {
  const [{ id }] = await desk.db.query('select article_id as id from article_origin where identity = $1', [identity]);
  return id;
}

async function withdraw(identity: string, more: Partial<WithdrawalOrder> = {}): Promise<{ version: number }> {
  const order = {
    articleId: await keyOf(identity),
    reason: WithdrawalReason.ERROR,
    advice: 'Call us.',
    note: 'It was wrong.',
    replacementId: null,
    withdrawnBy: 'An editor',
    expectedVersion: null,
    ...more,
  };
  return desk.dataSource.transaction(db => withdrawArticle(db, order, desk.now));
}

async function restore(identity: string): Promise<{ version: number }> {
  const articleId = await keyOf(identity);
  return desk.dataSource.transaction(db => restoreArticle(db, { articleId, expectedVersion: null }, desk.now));
}

async function acknowledge(who: string, articleId: string): Promise<unknown> {
  return acknowledgeWithdrawal(desk.db, readGlobalId(articleId)!.key, partners.get(who)!, desk.now);
}

test('who had a withdrawn article hears why and what to show instead, as far as it may; nobody else hears of it', async () => {
  await desk.take('desk', match('wrong'), { identity: 'right', headline: 'right', subjects: filedUnder('asean') });
  const [sport, all, none] = [
    await hear('football', null),
    await hear('everything', null),
    await hear('nothing', null),
  ];
  await withdraw('wrong', { replacementId: await keyOf('right') });

  const told = {
    reason: 'ERROR',
    version: 2,
    advice: 'Call us.',
    note: 'It was wrong.',
    withdrawnAt: desk.now.toISOString(),
    acknowledgedAt: null,
    restoredAt: null,
    acknowledgements: null,
  };
  const withdrawn = { kind: 'WITHDRAWN', redelivery: false, article: null };
  expect((await hear('everything', all.after)).nodes).toMatchObject([
    { ...withdrawn, withdrawal: { ...told, replacement: { headline: 'right' } } },
  ]);
  expect((await hear('football', sport.after)).nodes).toMatchObject([
    { ...withdrawn, withdrawal: { ...told, replacement: null } },
  ]);
  expect((await hear('nothing', none.after)).nodes).toEqual([]);
  expect((await ask('nothing', ALL)).withdrawals.nodes).toEqual([]);
  expect((await ask(null, ALL)).withdrawals.nodes).toEqual([]);
  expect((await ask('everything', '{ articles { nodes { headline } } }')).articles.nodes).toEqual([
    { headline: 'right' },
  ]);
});

test('a withdrawal by its source says so, and is over when the source brings the article back', async () => {
  await desk.take('desk', match('canceled'));
  const { after } = await hear('everything', null);
  await desk.take('desk', { ...match('canceled'), status: 'canceled' });
  const gone = await hear('everything', after);
  expect(gone.nodes).toMatchObject([{ kind: 'WITHDRAWN', withdrawal: { reason: 'SOURCE', note: null, advice: null } }]);
  expect((await ask('everything', OPEN)).withdrawals.totalCount).toBe(1);
  await expect(restore('canceled')).rejects.toMatchObject({ code: 'CONFLICT' });

  await desk.take('desk', match('canceled'));
  expect((await hear('everything', gone.after)).nodes).toMatchObject([{ kind: 'ENTERED', withdrawal: null }]);
  expect((await ask('everything', OPEN)).withdrawals.totalCount).toBe(0);
  expect((await ask('everything', ALL)).withdrawals.nodes).toMatchObject([{ reason: 'SOURCE' }]);
});

test('what the desk has withdrawn stays so whatever its source sends, until the desk restores it', async () => {
  await desk.take('desk', match('wrong'));
  const { after } = await hear('everything', null);
  await withdraw('wrong');
  expect(await desk.take('desk', { ...match('wrong'), headline: 'Anew' })).toMatchObject([
    { result: 'unchanged', notes: [expect.stringContaining('The desk has withdrawn it')] },
  ]);
  expect((await hear('everything', null)).nodes).toEqual([]);
  await expect(withdraw('wrong')).rejects.toMatchObject({ code: 'CONFLICT' });

  expect(await restore('wrong')).toEqual({ version: 3 });
  await expect(restore('wrong')).rejects.toMatchObject({ code: 'CONFLICT' });
  const { nodes } = await hear('everything', after);
  expect(nodes).toMatchObject([
    { kind: 'WITHDRAWN', withdrawal: { restoredAt: desk.now.toISOString() } },
    { kind: 'ENTERED', article: { headline: 'wrong' } },
  ]);
  expect(await desk.take('desk', { ...match('wrong'), headline: 'Anew' })).toMatchObject([{ result: 'updated' }]);
});

test('a withdrawal is refused of what is not there, of another version than was looked at, and with a replacement that is none', async () => {
  await desk.take('desk', match('wrong'), match('gone'));
  await withdraw('gone');

  await expect(withdraw('wrong', { expectedVersion: 7 })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { argument: 'expectedVersion', version: 1 },
  });
  await expect(withdraw('wrong', { articleId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const replacementId of [999, await keyOf('wrong'), await keyOf('gone')]) {
    await expect(withdraw('wrong', { replacementId })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  await expect(withdraw('wrong', { reason: WithdrawalReason.SOURCE })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  expect(await withdraw('wrong', { expectedVersion: 1 })).toEqual({ version: 2 });
});

test('a withdrawal is open until it is acknowledged, and the desk sees by whom it is not', async () => {
  await desk.take('desk', match('wrong'), match('other'));
  await withdraw('wrong');
  await withdraw('other');
  const [wrong, other] = (await ask('football', OPEN)).withdrawals.nodes;
  desk.now = new Date(desk.now.getTime() + HOUR);
  await acknowledge('football', wrong.articleId);
  const first = desk.now.toISOString();
  desk.now = new Date(desk.now.getTime() + HOUR);
  await acknowledge('football', wrong.articleId);

  expect((await ask('football', OPEN)).withdrawals.nodes).toEqual([{ ...other, acknowledgements: null }]);
  expect((await ask('football', ALL)).withdrawals.nodes).toHaveLength(2);
  const outstanding = (slug: string) => ({ partner: slug, acknowledgedAt: null });
  expect((await ask('editor', OPEN)).withdrawals.nodes).toMatchObject([
    { acknowledgements: [outstanding('everything'), { partner: 'football', acknowledgedAt: first }] },
    { acknowledgements: [outstanding('everything'), outstanding('football')] },
  ]);
  await acknowledge('everything', wrong.articleId);
  expect((await ask('editor', OPEN)).withdrawals.nodes).toMatchObject([{ articleId: other.articleId }]);
  expect((await ask('editor', ALL)).withdrawals.nodes).toHaveLength(2);
});

test('only who had an article acknowledges its withdrawal, and only while it holds', async () => {
  await desk.take('desk', match('wrong'), match('shown'));
  await withdraw('wrong');
  const [{ articleId }] = (await ask('football', OPEN)).withdrawals.nodes;

  await expect(acknowledge('nothing', articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    acknowledgeWithdrawal(desk.db, await keyOf('shown'), partners.get('football')!, desk.now),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await restore('wrong');
  await expect(acknowledge('football', articleId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('an embargoed article is a matter of those alone who could see behind the embargo', async () => {
  await desk.db.update(Licence, { name: 'everything' }, { embargoAccess: true });
  await desk.take('desk', { ...match('early'), embargoedUntil: 'forever' });
  await withdraw('early');

  expect((await ask('editor', OPEN)).withdrawals.nodes).toMatchObject([
    { acknowledgements: [{ partner: 'everything' }] },
  ]);
  expect((await ask('football', ALL)).withdrawals.nodes).toEqual([]);
});

test.each([
  ['an expiry', { expiresAt: new Date('2022-08-01T00:00:10Z') }, {}],
  ['the end of a licence', {}, { validUntil: new Date('2022-08-01T00:00:10Z') }],
])(
  '%s that nobody has told of yet leaves a withdrawal to be acknowledged by whoever has the article',
  async (_, article, terms) => {
    await desk.db.clear(Licence);
    const always = { text: true, media: true, embargoAccess: false, delaySeconds: 0, history: false, validFrom: null };
    const licence = { name: 'Some', partnerId: partners.get('everything')!, filter: {}, ...always, validUntil: null };
    await desk.dataSource.transaction(db => createLicence(db, { ...licence, ...terms }, desk.now));
    await desk.take('desk', { ...match('wrong'), ...article });
    const { after } = await hear('everything', null);
    desk.now = new Date('2022-08-01T00:00:10Z');
    await withdraw('wrong');

    expect((await hear('everything', after)).nodes).toMatchObject([{ kind: 'WITHDRAWN' }]);
    expect((await ask('editor', OPEN)).withdrawals.nodes).toMatchObject([
      { acknowledgements: [{ partner: 'everything' }] },
    ]);
  },
);

test('a source withdraws for those too whose licence the process that reads it has not heard of', async () => {
  const before = { ...(await desk.reference()), licences: [] };
  const thesaurus = await loadThesaurus(desk.db, before);
  const source = before.sources.bySlug.get('desk')!;
  const ingest = { db: desk.db, thesaurus, source, language: null, clock: () => desk.now, dryRun: false };
  await desk.take('desk', match('canceled'));
  await ingestItems({ ...ingest, reference: before }, [incoming({ ...match('canceled'), status: 'canceled' })]);

  expect((await ask('editor', OPEN)).withdrawals.nodes).toMatchObject([
    { acknowledgements: [{ partner: 'everything' }, { partner: 'football' }] },
  ]);
});

test('a withdrawal that is not acknowledged comes again each hour, marked, without moving a mirror back', async () => {
  await desk.take('desk', match('wrong'));
  const { after: start } = await hear('everything', null);
  await withdraw('wrong');
  const first = await hear('everything', start);
  const [{ revision, articleId }] = first.nodes;
  expect((await hear('everything', first.after)).nodes).toEqual([]);

  desk.now = new Date(desk.now.getTime() + HOUR);
  await desk.take('desk', match('new'));
  const again = await hear('everything', first.after);
  const redelivered = { kind: 'WITHDRAWN', redelivery: true, revision, articleId, withdrawal: { reason: 'ERROR' } };
  expect(again.nodes).toMatchObject([redelivered, { kind: 'ENTERED', redelivery: false }]);
  // Whoever lost the answer is told again; whoever goes on is not, and has missed nothing.
  expect((await hear('everything', first.after)).nodes).toEqual(again.nodes);
  expect((await hear('everything', again.after)).nodes).toEqual([]);
  expect((await hear('everything', again.cursors[0]!)).nodes).toMatchObject([{ kind: 'ENTERED', redelivery: false }]);
  // Another mirror of the same partner is told for itself; one that never had the article is not.
  const footballers = await hear('football', null);
  expect(footballers.nodes).toMatchObject([{ kind: 'ENTERED' }]);
  expect((await hear('football', footballers.after)).nodes).toMatchObject([redelivered]);
  const asean = { filter: { topics: { any: ['asean'] } } };
  expect((await hear('everything', (await hear('everything', null, asean)).after, asean)).nodes).toEqual([]);

  desk.now = new Date(desk.now.getTime() + HOUR);
  const latest = await hear('everything', again.after, { latestOnly: true, wait: 'PT20S' });
  expect(latest.nodes).toMatchObject([redelivered]);
  await acknowledge('everything', articleId);
  desk.now = new Date(desk.now.getTime() + HOUR);
  expect((await hear('everything', latest.after)).nodes).toEqual([]);
});

test('of many that come again, whoever stops among them gets all of them again', async () => {
  await desk.take('desk', match('one'), match('two'), match('three'));
  const { after: start } = await hear('everything', null);
  for (const identity of ['one', 'two', 'three']) await withdraw(identity);
  const { after } = await hear('everything', start);
  desk.now = new Date(desk.now.getTime() + HOUR);
  const again = await hear('everything', after);

  expect(again.nodes.map(({ redelivery }) => redelivery)).toEqual([true, true, true]);
  expect(again.nodes.map(({ revision }) => revision)).toEqual(
    again.nodes.map(({ revision }) => revision).toSorted((one, other) => one - other),
  );
  expect((await hear('everything', again.cursors[1]!)).nodes).toHaveLength(3);
  expect((await hear('everything', again.cursors[2]!)).nodes).toEqual([]);
});
