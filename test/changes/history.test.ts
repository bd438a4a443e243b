import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { restoreArticle } from '../../src/ingest/store/restore-article.js';
import { withdrawArticle } from '../../src/ingest/store/withdraw-article.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
  await license({ history: true });
});

afterEach(() => desk.close());

async function license(...licences: Partial<Licence>[]): Promise<void> {
  await desk.db.clear(Licence);
  for (const licence of licences) await grantPublicly(desk.db, licence);
}

const VERSIONS = `{ articles { nodes { version versions {
  totalCount nodes { version headline lede text at replacedAt changedFields }
} } } }`;

async function versions(): Promise<any[] | null> {
  const { articles } = await desk.ask(VERSIONS);
  return articles.nodes[0].versions?.nodes ?? null;
}

async function diff(from: number, to: number): Promise<any> {
  const fields = 'from to headline { change text } lede { change text } text { change text }';
  const { articles } = await desk.ask(`{ articles { nodes { diff(from: ${from}, to: ${to}) { ${fields} } } } }`);
  return articles.nodes[0].diff;
}

const first = {
  identity: 'a',
  headline: 'Hội nghị ở Hà Nội',
  bodyHtml: '<p>Năm nước dự họp.</p><p>Hết.</p>',
  subjects: filedUnder('asean'),
};
const second = { ...first, lede: 'Tóm tắt', bodyHtml: '<p>Sáu nước dự họp.</p><p>Hết.</p>' };
const same = (text: string) => ({ change: 'SAME', text });
const added = (text: string) => ({ change: 'ADDED', text });
const removed = (text: string) => ({ change: 'REMOVED', text });

/** Takes the first version, and the second an hour later. */
async function takeTwo(): Promise<void> {
  await desk.take('desk', first);
  desk.now = new Date('2022-08-01T01:00:00Z');
  await desk.take('desk', second);
}

test('the versions of an article and what changed between them are there for whose licence holds its history', async () => {
  await takeTwo();

  const [began, changed] = ['2022-08-01T00:00:00.000Z', '2022-08-01T01:00:00.000Z'];
  const { headline } = first;
  expect(await versions()).toEqual([
    {
      version: 1,
      headline,
      lede: null,
      text: 'Năm nước dự họp.\nHết.',
      at: began,
      replacedAt: changed,
      changedFields: [],
    },
    {
      version: 2,
      headline,
      lede: 'Tóm tắt',
      text: 'Sáu nước dự họp.\nHết.',
      at: changed,
      replacedAt: null,
      changedFields: ['body', 'lede', 'updatedAt'],
    },
  ]);
  const unchanged = [same(' nước dự họp.\nHết.')];
  expect(await diff(1, 2)).toEqual({
    from: 1,
    to: 2,
    headline: [same(headline)],
    lede: [added('Tóm tắt')],
    text: [removed('Năm'), added('Sáu'), ...unchanged],
  });
  expect((await diff(2, 1)).text).toEqual([removed('Sáu'), added('Năm'), ...unchanged]);
  expect(await diff(1, 3)).toBeNull();
});

test('without a licence for history there is none, and without one for text none of the former text', async () => {
  await takeTwo();
  await license({ history: false });
  expect([await versions(), await diff(1, 2)]).toEqual([null, null]);

  await license({ history: true, text: false });
  expect((await versions())!.map(({ text, headline }) => [text, headline])).toEqual([
    [null, first.headline],
    [null, first.headline],
  ]);
  expect(await diff(1, 2)).toMatchObject({ headline: [same(first.headline)], text: null });
});

test('a version that was never open to the reader stays closed: under embargo, of another topic, without text, or withdrawn', async () => {
  await license(
    { history: true, filter: { topics: { any: ['asean'] } }, text: false },
    { filter: { topics: { any: ['football'] } } },
  );
  await desk.take('desk', { ...first, headline: 'Embargoed', embargoedUntil: 'forever' });
  await desk.take('desk', { ...first, headline: 'Elsewhere', subjects: filedUnder('sport') });
  await desk.take('desk', { ...first, headline: 'Headline alone' });
  await desk.take('desk', { ...first, headline: 'Withdrawn', status: 'canceled' });
  await desk.take('desk', { ...first, headline: 'Now', subjects: filedUnder('asean', 'football') });

  expect((await versions())!.map(({ version, headline, text }) => [version, headline, text])).toEqual([
    [3, 'Headline alone', null],
    [5, 'Now', 'Năm nước dự họp.\nHết.'],
  ]);
  expect(await diff(1, 5)).toBeNull();
  expect(await diff(2, 3)).toBeNull();
  expect(await diff(3, 5)).toMatchObject({ headline: [removed('Headline alone'), added('Now')], text: null });
});

test('of a withdrawn article nothing of its history is told; once it is restored, all but what it was while it was withdrawn', async () => {
  await takeTwo();
  const [{ id: articleId }] = await desk.db.query('select id from article');
  const why = { reason: WithdrawalReason.LEGAL, advice: null, note: null, replacementId: null, withdrawnBy: null };
  await desk.dataSource.transaction(db => withdrawArticle(db, { articleId, expectedVersion: 2, ...why }, desk.now));
  expect((await desk.ask(VERSIONS)).articles.nodes).toEqual([]);

  await desk.dataSource.transaction(db => restoreArticle(db, { articleId, expectedVersion: 3 }, desk.now));
  expect((await versions())!.map(({ version }) => version)).toEqual([1, 2, 4]);
  expect((await diff(2, 4)).text).toEqual([same('Sáu nước dự họp.\nHết.')]);
});

test('the versions of many articles cost as many statements as those of one', async () => {
  const many = Array.from({ length: 20 }, (_, place) => ({ ...first, identity: `urn:${place}` }));
  await desk.take('desk', ...many);
  await desk.take('desk', ...many.map(article => ({ ...article, headline: 'Hai' })));
  const { articles } = await desk.ask(VERSIONS);

  expect(articles.nodes.every((node: any) => node.versions.totalCount === 2)).toBe(true);
  // Articles, their states, contents, and changed fields.
  expect(desk.statements).toHaveLength(4);
});
