import { Licence } from '../../src/partners/licence.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import type { Answer, SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const headers: Record<string, Record<string, string>> = {};
const MARK = 'tuyệtmật';
const SECRET = {
  identity: 'secret',
  headline: `Tin ${MARK}`,
  lede: MARK,
  bodyHtml: `<p>${MARK}</p>`,
  subjects: filedUnder('asean'),
};

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  for (const slug of ['holder', 'other', 'editors', 'idle']) {
    const { partnerId, headers: its } = await partnerWithKey(desk, slug, [slug === 'editors' ? 'desk' : 'read']);
    headers[slug] = its;
    const filter = slug === 'other' ? { topics: { any: ['football'] } } : {};
    if (slug === 'holder' || slug === 'other') await grantPublicly(desk.db, { partnerId, filter, history: true });
  }
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function ask(who: string, query: string, variables: object = {}): Promise<Answer> {
  return server.ask({ query, variables }, headers[who] ?? {});
}

async function ok(who: string, query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await ask(who, query, variables);
  expect(errors).toEqual([]);
  return data;
}

async function refused(who: string, query: string, variables: object = {}): Promise<string> {
  const { errors } = await ask(who, query, variables);
  return (errors[0] as any).extensions.code;
}

const WITHDRAW = `mutation ($input: WithdrawArticleInput!) {
  withdrawArticle(input: $input) { withdrawal { articleId version reason note advice replacement { headline } acknowledgements { partner } } }
}`;
const RESTORE =
  'mutation ($input: RestoreArticleInput!) { restoreArticle(input: $input) { article { version headline } } }';
const ACKNOWLEDGE = `mutation ($input: AcknowledgeWithdrawalInput!) {
  acknowledgeWithdrawal(input: $input) { withdrawal { acknowledgedAt replacement { headline } } }
}`;

async function idOf(headline: string): Promise<string> {
  const { articles } = await ok('holder', '{ articles { nodes { id headline } } }');
  return articles.nodes.find((node: any) => node.headline === headline).id;
}

/** Everything that can be asked about an article, by its id and without. */
const EVERYWHERE = (id: string, after: string | null): string => {
  const fields = 'headline lede body { text } corrections { note } versions(first: 5) { nodes { headline lede text } }';
  const diff = 'diff(from: 1, to: 2) { headline { text } text { text } }';
  return `{
    article(id: "${id}") { ${fields} ${diff} }
    node(id: "${id}") { ... on Article { ${fields} ${diff} } }
    articles(first: 3) { totalCount nodes { ${fields} ${diff} related { headline } translations { headline } } }
    search: articles(filter: { text: "${MARK}" }) { totalCount }
    changes(after: ${after === null ? null : `"${after}"`}, first: 5) {
      nodes { kind article { ${fields} } changedFields correction { note } withdrawal { note replacement { ${fields} } } }
    }
    withdrawals(state: ALL, first: 5) { nodes { note replacement { ${fields} } } }
  }`;
};

test('the desk withdraws with a reason, advice and a replacement, and restores, each once for a client key', async () => {
  await desk.take('desk', SECRET, { identity: 'right', headline: 'Right' });
  const [articleId, replacement] = [await idOf(SECRET.headline), await idOf('Right')];
  const order = {
    article: articleId,
    reason: 'LEGAL',
    note: ' Taken back. ',
    advice: 'Call us.',
    replacement,
    expectedVersion: 1,
  };
  const input = { ...order, clientKey: 'once' };

  const { withdrawArticle } = await ok('editors', WITHDRAW, { input });
  expect(withdrawArticle.withdrawal).toEqual({
    articleId,
    version: 2,
    reason: 'LEGAL',
    note: 'Taken back.',
    advice: 'Call us.',
    replacement: { headline: 'Right' },
    acknowledgements: [{ partner: 'holder' }],
  });
  expect(await ok('editors', WITHDRAW, { input })).toEqual({ withdrawArticle });
  expect(await refused('editors', WITHDRAW, { input: order })).toBe('CONFLICT');

  expect(await ok('editors', RESTORE, { input: { article: articleId, expectedVersion: 2 } })).toEqual({
    restoreArticle: { article: { version: 3, headline: SECRET.headline } },
  });
  expect(await ok('editors', WITHDRAW, { input })).toEqual({ withdrawArticle });
  expect((await ok('holder', '{ articles { totalCount } }')).articles.totalCount).toBe(2);
});

test('nobody but the desk withdraws and restores, and only who had an article acknowledges that it is gone', async () => {
  await desk.take('desk', SECRET);
  const articleId = await idOf(SECRET.headline);
  const order = { input: { article: articleId, reason: 'ERROR' } };
  expect(await refused('holder', WITHDRAW, order)).toBe('FORBIDDEN');
  expect(await refused('visitor', WITHDRAW, order)).toBe('UNAUTHENTICATED');
  await ok('editors', WITHDRAW, order);

  expect(await refused('holder', RESTORE, { input: { article: articleId } })).toBe('FORBIDDEN');
  expect(await refused('editors', ACKNOWLEDGE, { input: { article: articleId } })).toBe('FORBIDDEN');
  expect(await refused('visitor', ACKNOWLEDGE, { input: { article: articleId } })).toBe('UNAUTHENTICATED');
  for (const who of ['other', 'idle'])
    expect(await refused(who, ACKNOWLEDGE, { input: { article: articleId } })).toBe('NOT_FOUND');
  expect(await refused('holder', ACKNOWLEDGE, { input: { article: 'top_1' } })).toBe('BAD_USER_INPUT');

  const acknowledged = await ok('holder', ACKNOWLEDGE, { input: { article: articleId } });
  expect(acknowledged.acknowledgeWithdrawal.withdrawal.acknowledgedAt).toBe(desk.now.toISOString());
  desk.now = new Date(desk.now.getTime() + 1_000);
  expect(await ok('holder', ACKNOWLEDGE, { input: { article: articleId } })).toEqual(acknowledged);
  expect((await ok('holder', '{ withdrawals { totalCount } }')).withdrawals.totalCount).toBe(0);
});

test('nothing that a withdrawn article ever said is to be had anywhere, by whoever held it, history and all', async () => {
  await desk.take('desk', { identity: 'beside', headline: 'Beside', subjects: filedUnder('asean') });
  const { changes } = await ok('holder', '{ changes { pageInfo { endCursor } } }');
  const after = changes.pageInfo.endCursor;
  await desk.take('desk', SECRET);
  await desk.take('desk', { ...SECRET, urgency: 1, isCorrection: true });
  await desk.db.query('update correction set note = $1', [MARK]);
  const id = await idOf(SECRET.headline);
  expect(JSON.stringify(await ok('holder', EVERYWHERE(id, after)))).toContain(MARK);

  await ok('editors', WITHDRAW, { input: { article: id, reason: 'LEGAL' } });
  const told = await ok('holder', EVERYWHERE(id, after));
  expect(JSON.stringify(told)).not.toContain(MARK);
  expect(told).toMatchObject({ article: null, node: null, articles: { totalCount: 1 }, search: { totalCount: 0 } });
  expect(JSON.stringify(await ok('editors', EVERYWHERE(id, null)))).not.toContain(MARK);
  expect(JSON.stringify(await ok('other', EVERYWHERE(id, null)))).not.toContain(MARK);
});

test('a replacement is told to those alone who may have it, and to nobody once it is withdrawn itself', async () => {
  await desk.take(
    'desk',
    { ...SECRET, headline: 'Wrong', subjects: filedUnder('asean', 'football') },
    { ...SECRET, identity: 'b' },
  );
  const [articleId, replacement] = [await idOf('Wrong'), await idOf(SECRET.headline)];
  await ok('editors', WITHDRAW, { input: { article: articleId, reason: 'ERROR', replacement } });

  const asked = '{ withdrawals { nodes { replacement { headline } } } }';
  const shown = async (who: string) => (await ok(who, asked)).withdrawals.nodes;
  expect(await shown('holder')).toEqual([{ replacement: { headline: SECRET.headline } }]);
  expect(await shown('other')).toEqual([{ replacement: null }]);
  expect(await shown('idle')).toEqual([]);
  await ok('editors', WITHDRAW, { input: { article: replacement, reason: 'ERROR' } });
  expect(await shown('holder')).toEqual([{ replacement: null }, { replacement: null }]);
});
