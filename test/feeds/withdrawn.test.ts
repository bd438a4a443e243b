import { parseAtomFeed } from 'feedsmith';
import { WithdrawalReason } from '../../src/changes/withdrawal.js';
import { readGlobalId } from '../../src/graphql/global-id.js';
import { restoreArticle } from '../../src/ingest/store/restore-article.js';
import { withdrawArticle } from '../../src/ingest/store/withdraw-article.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const ids = new Map<string, string>();

beforeAll(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    { identity: 'one', headline: 'One', bodyHtml: '<p>penalty shootout</p>', subjects: filedUnder('football') },
    { identity: 'two', headline: 'Two', subjects: filedUnder('asean') },
  );
  const { articles } = await desk.ask('{ articles { nodes { id headline } } }');
  for (const { id, headline } of articles.nodes) ids.set(headline, id);
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { filter: { topics: { any: ['football'] } } });
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const feedOf = async (query = ''): Promise<string> => (await fetch(`${server.url}/feeds.atom${query}`)).text();
const keyOf = (headline: string): number => readGlobalId(ids.get(headline)!)!.key;
const tombs = (feed: string): string[] => [...feed.matchAll(/<at:deleted-entry ref="([^"]*)"/g)].map(([, ref]) => ref!);

test('an Atom feed tells of what was withdrawn from it, by the id that the entry had, to whoever could have it', async () => {
  const before = await feedOf();
  const { id } = parseAtomFeed(before).entries![0]!;
  expect(tombs(before)).toEqual([]);

  for (const headline of ['One', 'Two']) {
    const order = {
      articleId: keyOf(headline),
      reason: WithdrawalReason.ERROR,
      advice: 'For desks only',
      note: 'It was <wrong>.',
      replacementId: null,
      withdrawnBy: null,
      expectedVersion: null,
    };
    await desk.dataSource.transaction(db => withdrawArticle(db, order, desk.now));
  }
  const after = await feedOf();
  expect(parseAtomFeed(after).entries ?? []).toEqual([]);
  expect(tombs(after)).toEqual([id]);
  expect(after).toContain(
    `when="${desk.now.toISOString()}"><at:comment>It was &lt;wrong&gt;.</at:comment></at:deleted-entry>`,
  );
  expect(after).not.toContain('For desks only');
  expect(parseAtomFeed(after).updated).toBe(desk.now.toISOString());

  expect(tombs(await feedOf('?topic=sport'))).toEqual([id]);
  expect(tombs(await feedOf('?q=shootout'))).toEqual([id]);
  expect(tombs(await feedOf('?topic=asean'))).toEqual([]);
  expect(tombs(await feedOf('?q=corner'))).toEqual([]);

  desk.now = new Date(desk.now.getTime() + 31 * 86_400_000);
  expect(tombs(await feedOf())).toEqual([]);
  desk.now = new Date(desk.now.getTime() - 31 * 86_400_000);

  await desk.dataSource.transaction(db =>
    restoreArticle(db, { articleId: keyOf('One'), expectedVersion: null }, desk.now),
  );
  const again = await feedOf();
  expect(tombs(again)).toEqual([]);
  expect(parseAtomFeed(again).entries).toHaveLength(1);
});
