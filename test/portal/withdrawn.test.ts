import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { CorrectionSeverity } from '../../src/content/correction.js';
import { globalId, readGlobalId } from '../../src/graphql/global-id.js';
import { editArticle } from '../../src/ingest/store/edit-article.js';
import { restoreArticle } from '../../src/ingest/store/restore-article.js';
import { withdrawArticle } from '../../src/ingest/store/withdraw-article.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const ids = new Map<string, string>();

beforeEach(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    { identity: 'wrong', headline: 'Wrong', subjects: filedUnder('football') },
    { identity: 'right', headline: 'Right', subjects: filedUnder('football') },
    { identity: 'secret', headline: 'Secret', subjects: filedUnder('asean') },
    { identity: 'early', headline: 'Early', subjects: filedUnder('football'), embargoedUntil: new Date('2022-08-02') },
  );
  const { articles } = await desk.ask('{ articles { nodes { id headline } } }');
  for (const { id, headline } of articles.nodes) ids.set(headline, id);
  const [early] = await desk.db.query(`select id from article where headline = 'Early'`);
  ids.set('Early', globalId('Article', early.id));
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { filter: { topics: { any: ['football'] } } });
  server = await serveDesk(desk);
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

const keyOf = (headline: string): number => readGlobalId(ids.get(headline)!)!.key;
const get = (headline: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/articles/${ids.get(headline)}`, { headers });

async function withdraw(headline: string, replacement: string | null = null): Promise<void> {
  const order = {
    articleId: keyOf(headline),
    reason: WithdrawalReason.ERROR,
    advice: 'Call the desk.',
    note: 'The number was <wrong>.',
    replacementId: replacement === null ? null : keyOf(replacement),
    withdrawnBy: 'An editor',
    expectedVersion: null,
  };
  const reference = await desk.reference();
  await desk.dataSource.transaction(db => withdrawArticle(db, order, reference, desk.now));
}

test('a withdrawn article says so to whoever could read it, with what to read instead', async () => {
  await withdraw('Wrong', 'Right');
  const answer = await get('Wrong', { 'accept-language': 'vi' });
  const page = await answer.text();
  expect(answer.status).toBe(410);
  expect(page).toContain('<html lang="vi">');
  expect(page).toContain('The number was &lt;wrong&gt;.');
  expect(page).toContain(`/articles/${ids.get('Right')}`);
  expect(page).not.toContain('Wrong<');
  expect(page).not.toContain('Call the desk');
  expect(page).not.toContain('An editor');

  await desk.dataSource.transaction(db =>
    restoreArticle(db, { articleId: keyOf('Wrong'), expectedVersion: null }, desk.now),
  );
  expect((await get('Wrong')).status).toBe(200);
});

test('what to read instead is not named to who may not read it', async () => {
  await withdraw('Wrong', 'Secret');
  const page = await (await get('Wrong')).text();
  expect(page).not.toContain('Secret');
  expect(page).not.toContain(ids.get('Secret'));
});

test.each(['Secret', 'Early'])(
  'a withdrawn article that the reader could not have is not told from one that never was: %s',
  async headline => {
    ids.set('Unknown', globalId('Article', 999));
    await withdraw(headline);
    const answer = await get(headline);
    expect(answer.status).toBe(404);
    expect((await answer.text()).replaceAll(ids.get(headline)!, 'ID')).toBe(
      (await (await get('Unknown')).text()).replaceAll(ids.get('Unknown')!, 'ID'),
    );
  },
);

test('the corrections of an article stand on its page', async () => {
  const correction = { severity: CorrectionSeverity.SUBSTANTIVE, note: 'It was 3:2, not 2:3.' };
  const reference = await desk.reference();
  await desk.dataSource.transaction(db =>
    editArticle(
      db,
      { articleId: keyOf('Right'), expectedVersion: null, edit: { headline: 'Right now', correction } },
      reference,
      desk.now,
    ),
  );
  const page = await (await get('Right')).text();
  expect(page).toContain('A fact was put right');
  expect(page).toContain('It was 3:2, not 2:3.');
});
