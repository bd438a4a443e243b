import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { createLicence } from '../../src/changes/store-licence.js';
import { CorrectionSeverity } from '../../src/content/correction.js';
import { globalId, readGlobalId } from '../../src/graphql/global-id.js';
import { editArticle } from '../../src/ingest/store/edit-article.js';
import { restoreArticle } from '../../src/ingest/store/restore-article.js';
import { withdrawArticle } from '../../src/ingest/store/withdraw-article.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import { partnerWithKey } from '../support/desk-keys.js';
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
  await desk.dataSource.transaction(db => withdrawArticle(db, order, desk.now));
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
  expect(answer.headers.get('cache-tag')).toContain(ids.get('Wrong'));

  const ninjs = await fetch(`${server.url}/articles/${ids.get('Wrong')}/ninjs`);
  expect(ninjs.status).toBe(410);
  expect(ninjs.headers.get('cache-tag')).toContain(ids.get('Wrong'));
  expect(await ninjs.json()).toEqual([
    expect.objectContaining({
      uri: expect.stringMatching(`:${ids.get('Wrong')}$`),
      pubStatus: 'canceled',
      edNote: 'The number was <wrong>.',
      versionCreated: desk.now.toISOString(),
    }),
  ]);

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

describe('a licence that came after the withdrawal', () => {
  const terms = { partnerId: null, filter: {}, text: true, media: true, embargoAccess: true, delaySeconds: 0 };
  const later = { ...terms, name: 'Later', history: false, validFrom: null, validUntil: null };

  test('tells of nothing that was gone before it, on its page or in a feed', async () => {
    await withdraw('Secret');
    await desk.dataSource.transaction(db => createLicence(db, later, desk.now));
    expect((await get('Secret')).status).toBe(404);
    expect((await fetch(`${server.url}/articles/${ids.get('Secret')}/ninjs`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/feeds.atom`)).text()).not.toContain('at:deleted-entry');
  });

  test('does not hide from whoever had an article that it is gone', async () => {
    await desk.dataSource.transaction(db => createLicence(db, later, desk.now));
    await withdraw('Secret');
    expect((await get('Secret')).status).toBe(410);
    expect(await (await fetch(`${server.url}/feeds.atom`)).text()).toContain(`:${ids.get('Secret')}"`);
  });
});

test.each([
  [14, 410],
  [16, 404],
])('an article that had to be %i days old, and was withdrawn after 15, is answered with %i', async (days, status) => {
  const [licence] = await desk.db.find(Licence);
  await desk.db.update(Licence, { id: licence!.id }, { delaySeconds: days * 86_400 });
  desk.now = new Date('2022-08-02T03:00:00Z');
  await withdraw('Wrong');
  expect((await get('Wrong')).status).toBe(status);
});

test('no feed tells that something under embargo was withdrawn, though a partner may see it', async () => {
  const { partnerId, headers } = await partnerWithKey(desk, 'early-reader', ['read']);
  await grantPublicly(desk.db, { name: 'Early', partnerId, embargoAccess: true });
  await withdraw('Early');
  expect((await get('Early', headers)).status).toBe(410);
  const feed = await (await fetch(`${server.url}/feeds.atom`, { headers })).text();
  expect(feed).toContain('Right');
  expect(feed).not.toContain('at:deleted-entry');
});
