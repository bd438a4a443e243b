import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { Licence } from '../../src/partners/licence.js';
import { CorrectionSeverity } from '../../src/content/correction.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { history: true });
});

afterEach(() => desk.close());

const CHANGES = `query ($after: String, $filter: ArticleFilter, $latestOnly: Boolean! = false) {
  changes(after: $after, filter: $filter, latestOnly: $latestOnly) {
    nodes { kind version changedFields correction { severity note fields version at } article { status headline } }
    pageInfo { endCursor }
  }
}`;

async function hear(after: string | null, more: object = {}): Promise<{ nodes: any[]; after: string }> {
  const { changes } = await desk.ask(CHANGES, { after, ...more });
  return { nodes: changes.nodes, after: changes.pageInfo.endCursor };
}

const first = { identity: 'a', headline: 'Sai', subjects: filedUnder('asean') };
const right = { ...first, headline: 'Đúng', isCorrection: true };

test('who had the wrong version hears of the correction, and who never had it gets the article as any other', async () => {
  await desk.take('desk', first);
  const { after } = await hear(null);
  const football = { filter: { topics: { any: ['football'] } } };
  const { after: elsewhere } = await hear(null, football);
  await desk.take('desk', { ...right, subjects: filedUnder('asean', 'football') });

  const at = desk.now.toISOString();
  const fields = ['headline', 'topics'];
  expect((await hear(after)).nodes).toEqual([
    {
      kind: 'CORRECTED',
      version: 2,
      changedFields: [...fields, 'updatedAt'],
      correction: { severity: 'SUBSTANTIVE', note: null, fields, version: 2, at },
      article: { status: 'CORRECTED', headline: 'Đúng' },
    },
  ]);
  const entered = [{ kind: 'ENTERED', correction: null, article: { status: 'CORRECTED' } }];
  expect((await hear(elsewhere, football)).nodes).toMatchObject(entered);
  expect((await hear(null)).nodes).toMatchObject(entered);
});

test('a correction under embargo is no correction to who sees the article only afterwards', async () => {
  const embargoedUntil = new Date(desk.now.getTime() + 3_600_000);
  const { after } = await hear(null);
  await desk.take('desk', { ...first, embargoedUntil });
  await desk.take('desk', { ...right, embargoedUntil });
  await desk.take('desk', { ...right, embargoedUntil: null, isCorrection: false });

  expect((await hear(after)).nodes).toMatchObject([{ kind: 'ENTERED', version: 3, correction: null }]);
});

test('of several corrections that come at once, the gravest is told, and all stand with the article', async () => {
  await desk.take('desk', first);
  const { after } = await hear(null);
  for (const headline of ['Hai', 'Ba', 'Bốn']) await desk.take('desk', { ...right, headline });
  await desk.db.query('update correction set severity = $1 where version = 3', [CorrectionSeverity.LEGAL]);
  await desk.db.query('update correction set severity = $1 where version = 4', [CorrectionSeverity.MINOR]);

  expect((await hear(after, { latestOnly: true })).nodes).toMatchObject([
    { kind: 'CORRECTED', version: 4, correction: { severity: 'LEGAL', version: 3 }, article: { headline: 'Bốn' } },
  ]);
  expect((await hear(after)).nodes.map(({ correction }) => correction.severity)).toEqual([
    'SUBSTANTIVE',
    'LEGAL',
    'MINOR',
  ]);
  const { articles } = await desk.ask(
    '{ articles { nodes { corrections { version } versions { nodes { version headline } } diff(from: 1, to: 4) { from } } } }',
  );
  expect(articles.nodes[0].corrections.map(({ version }: any) => version)).toEqual([4, 3, 2]);
  // What was put right for legal reasons is not to be shown again, not even as history.
  expect(articles.nodes[0].versions.nodes).toMatchObject([
    { version: 3, headline: 'Ba' },
    { version: 4, headline: 'Bốn' },
  ]);
  expect(articles.nodes[0].diff).toBeNull();
});
