import { type Desk, openDesk } from '../../support/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const asked = '{ articles(first: 50) { nodes { status version corrections { version severity note fields at } } } }';
const kinds = async () =>
  (await desk.db.query<{ kind: string }[]>('select kind from change order by revision')).map(row => row.kind);

test('what a source calls a correction is one, with what it changed, and stays so', async () => {
  const first = { identity: 'urn:1', headline: 'Một', bodyHtml: '<p>Sai.</p>' };
  await desk.take('desk', first);
  const right = { ...first, headline: 'Hai', bodyHtml: '<p>Đúng.</p>', isCorrection: true };
  await desk.take('desk', right);
  await desk.take('desk', right);
  await desk.take('desk', { ...right, lede: 'Thêm', isCorrection: false });

  const correction = {
    version: 2,
    severity: 'SUBSTANTIVE',
    note: null,
    fields: ['body', 'headline'],
    at: expect.any(String),
  };
  expect((await desk.ask(asked)).articles.nodes).toEqual([
    { status: 'CORRECTED', version: 3, corrections: [correction] },
  ]);
  expect((await kinds()).filter(kind => !['topic', 'event', 'source'].includes(kind))).toEqual([
    'published',
    'corrected',
    'updated',
  ]);
});

test('the corrections of a page of articles cost one statement', async () => {
  await desk.take(
    'desk',
    ...Array.from({ length: 20 }, (_, place) => ({ identity: `urn:${place}`, isCorrection: true })),
  );
  const { articles } = await desk.ask(asked);

  expect(articles.nodes).toHaveLength(20);
  expect(desk.statements).toHaveLength(2);
});

test('a withdrawn article tells nothing of its corrections', async () => {
  await desk.take('desk', { identity: 'urn:1', isCorrection: true });
  await desk.take('desk', { identity: 'urn:1', isCorrection: true, status: 'canceled' });

  expect((await desk.ask(asked)).articles.nodes).toEqual([]);
});

test('a correction is told as one to whoever has a copy, with the fields that it changed', async () => {
  const first = { identity: 'urn:1', headline: 'Một' };
  const ask = async (after: string | null) =>
    (
      await desk.ask(
        'query ($after: String) { changes(after: $after) { nodes { kind changedFields } pageInfo { endCursor } } }',
        { after },
      )
    ).changes;
  await desk.take('desk', first);
  const copy = await ask(null);
  const embargoedUntil = new Date('2022-07-31T00:00:00Z');
  await desk.take('desk', { ...first, headline: 'Hai', embargoedUntil, isCorrection: true });

  const fields = ['headline', 'updatedAt', 'usage'];
  expect((await ask(copy.pageInfo.endCursor)).nodes).toEqual([{ kind: 'CORRECTED', changedFields: fields }]);
  expect((await desk.ask(asked)).articles.nodes[0].corrections).toMatchObject([{ fields: ['headline', 'usage'] }]);
});
