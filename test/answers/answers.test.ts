import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { recordDueChanges } from '../../src/changes/record-due-changes.js';
import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { withdrawArticle } from '../../src/ingest/store/withdraw-article.js';
import { storeSources, storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { SourceInput, TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { type AnswersServer, serveWithAnswers } from '../support/answers-desk.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;
let servers: AnswersServer[];

beforeEach(async () => {
  desk = await openDesk();
  desk.now = new Date(Date.now() + 60_000); // Nothing in the log is later.
  servers = [await serveWithAnswers(desk), await serveWithAnswers(desk)];
});

afterEach(async () => {
  for (const server of servers) await server.close();
  await desk.close();
});

const LIST = `query List($first: Int) { articles(first: $first) {
  nodes { headline lede source { name } topics { name } body { text } } totalCount } }`;
const HEADLINES = '{ articles { nodes { headline } } }';

const tell = (article: Partial<IncomingArticle>) => desk.take('desk', { identity: 'one', ...article });

/** The headlines that a gateway gives, and the statements that it took for them. */
async function headlines(server = servers[0]!, query = HEADLINES): Promise<{ found: string[]; statements: string[] }> {
  desk.statements.length = 0;
  const { data, errors }: any = await server.ask({ query });
  expect(errors).toEqual([]);
  return { found: data.articles.nodes.map(({ headline }: any) => headline), statements: [...desk.statements] };
}

/** Takes back the first article that there is. */
async function withdraw(): Promise<void> {
  const [row] = await desk.db.query<{ id: number }[]>('select id from article order by id limit 1');
  const why = {
    reason: WithdrawalReason.ERROR,
    advice: null,
    note: null,
    replacementId: null,
    withdrawnBy: 'An editor',
  };
  await desk.dataSource.transaction(db =>
    withdrawArticle(db, { articleId: row!.id, expectedVersion: null, ...why }, desk.now),
  );
}

test('what was answered before is answered again by one read of the revision, as long as nothing changes', async () => {
  await tell({ headline: 'First' });
  expect((await headlines()).statements.length).toBeGreaterThan(1);
  const again = await headlines();
  expect(again.found).toEqual(['First']);
  expect(again.statements).toEqual([expect.stringContaining('from revision')]);

  await tell({ headline: 'Second' });
  const after = await headlines();
  expect(after.found).toEqual(['Second']);
  expect(after.statements.length).toBeGreaterThan(1);
});

test('an answer from memory is the same as one that is made, and costs the same', async () => {
  await tell({ headline: 'Khai mạc', lede: 'Sáng nay.', subjects: filedUnder('asean') });
  const made: any = await servers[0]!.ask({ query: LIST, variables: { first: 5 } });
  const kept: any = await servers[0]!.ask({ query: LIST, variables: { first: 5 } });
  const [before, after] = [made, kept].map(({ text }) => JSON.parse(text));
  expect(after.data).toEqual(before.data);
  const { remaining, ...cost } = before.extensions.cost;
  expect(after.extensions.cost).toEqual({
    ...cost,
    remaining: remaining - cost.actual,
    resets: expect.any(String),
  });
  for (const name of ['content-type', 'x-query-cost', 'ratelimit-policy', 'cache-control']) {
    expect(kept.headers.get(name)).toBe(made.headers.get(name));
  }
  expect(servers[0]!.lines.filter(({ operationName }) => operationName === 'List')).toHaveLength(2);
  const others: any = await servers[0]!.ask({ query: LIST, variables: { first: 0 } });
  expect(JSON.parse(others.text).data.articles.nodes).toEqual([]);
});

test('requests for the same at one time are answered once', async () => {
  await tell({ headline: 'First' });
  await headlines(servers[1]);
  await servers[0]!.ask({ query: '{ __typename }' });
  desk.statements.length = 0;
  const asked = Array.from({ length: 30 }, async () => servers[0]!.ask({ query: LIST }));
  const texts = (await Promise.all(asked)).map(({ data }) => JSON.stringify(data));
  expect(new Set(texts).size).toBe(1);
  expect(desk.statements.filter(statement => statement.includes('from article_body'))).toHaveLength(1);
});

test('an embargo ends in an answer that was kept before, though nobody has written anything', async () => {
  await tell({ headline: 'Open' });
  await desk.take('desk', {
    identity: 'two',
    headline: 'Later',
    embargoedUntil: new Date(desk.now.getTime() + 60_000),
    expiresAt: new Date(desk.now.getTime() + 120_000),
  });
  expect((await headlines()).found).toEqual(['Open']);
  expect((await headlines()).statements).toHaveLength(1);
  desk.now = new Date(desk.now.getTime() + 60_000);
  expect((await headlines()).found.toSorted()).toEqual(['Later', 'Open']);
  desk.now = new Date(desk.now.getTime() + 60_000);
  expect((await headlines()).found).toEqual(['Open']);
});

test('nothing is kept while another process, whose clock is ahead, has told of what is still to come here', async () => {
  const soon = new Date(desk.now.getTime() + 1_000);
  await tell({ headline: 'Open' });
  await desk.take('desk', { identity: 'two', headline: 'Soon', embargoedUntil: soon });
  await recordDueChanges(desk.dataSource, soon);
  expect((await headlines()).found).toEqual(['Open']);
  expect((await headlines()).statements.length).toBeGreaterThan(1);
  desk.now = soon;
  expect((await headlines()).found.toSorted()).toEqual(['Open', 'Soon']);
});

test('names of topics and sources, new languages and withdrawals are in the next answer of every process', async () => {
  await tell({ headline: 'One', subjects: filedUnder('asean'), language: 'zh' });
  const names = `{ articles(filter: { languages: ["zh"] }) { nodes { topics { name } source { name } } } topic(slug: "asean") { name } }`;
  const ask = async (server: AnswersServer): Promise<any> => (await server.ask({ query: names })).data;
  for (const server of servers) for (const _ of [1, 2]) expect((await ask(server)).topic.name).toBe('ASEAN');

  const topic = TopicInput.parse({ slug: 'asean', parent: 'foreign-relations', names: { en: 'Asean' } });
  const source = SourceInput.parse({ slug: 'desk', names: { en: 'Renamed' }, languages: ['vi'] });
  await desk.dataSource.transaction(db => storeTopics(db, [topic], desk.now));
  for (const server of servers) expect((await ask(server)).topic.name).toBe('Asean');
  await desk.dataSource.transaction(db => storeSources(db, [source], desk.now));
  for (const server of servers) expect((await ask(server)).articles.nodes[0].source.name).toBe('Renamed');

  await desk.take('desk', { identity: 'two', language: 'zh-Hans' });
  for (const server of servers) expect((await ask(server)).articles.nodes).toHaveLength(2);
  await withdraw();
  for (const server of servers) expect((await ask(server)).articles.nodes).toHaveLength(1);
});

test.each([
  ['who asks', '{ me { quota { remaining } } }'],
  ['the time', '{ articles(filter: { published: { last: "P30D" } }) { nodes { headline } } }'],
  ['the log', '{ changes(first: 1) { nodes { kind } } }'],
  ['the schema', '{ __schema { queryType { name } } }'],
  ['errors', '{ articles(first: 1000) { nodes { headline } } }'],
  ['licences', '{ me { licences { name } } articles { nodes { headline } } }'],
])('what depends on %s is not kept', async (_, query) => {
  await tell({ headline: 'First' });
  await servers[0]!.ask({ query });
  await servers[0]!.ask({ query });
  expect(servers[0]!.answers.bytes()).toBe(0);
});

test('spans of time in variables are not kept either', async () => {
  const query = 'query ($filter: ArticleFilter) { articles(filter: $filter) { nodes { headline } } }';
  await servers[0]!.ask({ query, variables: { filter: { published: { last: 'P30D' } } } });
  expect(servers[0]!.answers.bytes()).toBe(0);
  await servers[0]!.ask({ query, variables: { filter: { languages: ['vi'] } } });
  expect(servers[0]!.answers.bytes()).toBeGreaterThan(0);
});

test('answers take no more than their bytes, and the least recently asked for leave first', async () => {
  await tell({ headline: 'First' });
  const small = await serveWithAnswers(desk, 8_000);
  try {
    for (let first = 1; first <= 40; first += 1) await small.ask({ query: LIST, variables: { first } });
    expect(small.answers.bytes()).toBeGreaterThan(4_000);
    expect(small.answers.bytes()).toBeLessThanOrEqual(8_000);
  } finally {
    await small.close();
  }
});

test('when the revision cannot be read, nothing kept is used', async () => {
  await tell({ headline: 'First' });
  await headlines();
  await desk.db.query('alter table due_change rename to away');
  const { found, statements } = await headlines();
  await desk.db.query('alter table away rename to due_change');
  expect(found).toEqual(['First']);
  expect(statements.some(statement => statement.includes('from article'))).toBe(true);
});
