import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Reference } from '../../../src/content/reference.js';
import { loadThesaurus } from '../../../src/content/thesaurus.js';
import { ingestItems } from '../../../src/ingest/store/ingest-items.js';
import { storeEvents, storeTopics } from '../../../src/ingest/store/store-vocabulary.js';
import { EventInput, TopicInput } from '../../../src/ingest/store/vocabulary-input.js';
import { type Desk, filedUnder, incoming, openDesk } from '../../support/desk.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

/** Takes in an article on football, by what a process has heard of topics. */
async function takeFootball(db: EntityManager, reference: Reference): Promise<void> {
  const source = reference.sources.bySlug.get('desk')!;
  const thesaurus = await loadThesaurus(db, reference);
  const ingest = { db, reference, thesaurus, source, language: null, clock: () => desk.now, dryRun: false };
  await ingestItems(ingest, [incoming({ identity: 'a', subjects: filedUnder('football') })]);
}

function moveFootball(parent: string): Promise<unknown> {
  const topic = TopicInput.parse({ slug: 'football', parent, names: { en: 'Football', vi: 'Bóng đá' } });
  return desk.dataSource.transaction(db => storeTopics(db, [topic], desk.now));
}

async function foundUnder(topic: string): Promise<number> {
  const query = 'query ($topic: String!) { articles(filter: { topics: { any: [$topic] } }) { totalCount } }';
  return (await desk.ask(query, { topic })).articles.totalCount;
}

/** Waits until somebody waits for a lock of this kind. */
async function isWaitedFor(locktype: string): Promise<void> {
  for (;;) {
    const waiting = await desk.db.query(
      `select from pg_locks join pg_stat_activity using (pid)
        where not granted and locktype = $1 and datname = current_database()`,
      [locktype],
    );
    if (waiting.length > 0) return;
    await sleep(20);
  }
}

test('an article is filed by the tree of topics as it is, whatever the process that takes it in has heard of it', async () => {
  const before = await desk.reference();
  await moveFootball('politics');
  await takeFootball(desk.db, before);
  expect([await foundUnder('politics'), await foundUnder('sport')]).toEqual([1, 0]);

  // The same when it is taken out of the index again.
  await desk.take('desk', { identity: 'a', headline: 'Tin khác' });
  expect([await foundUnder('politics'), await foundUnder('sport'), await foundUnder('football')]).toEqual([0, 0, 0]);
});

test('a topic that moves while articles are being filed waits for them, and takes them along', async () => {
  let moved: Promise<unknown> | undefined;
  await desk.dataSource.transaction(async db => {
    await takeFootball(db, await desk.reference());
    moved = moveFootball('politics');
    await isWaitedFor('advisory');
  });
  await moved;
  expect([await foundUnder('politics'), await foundUnder('sport')]).toEqual([1, 0]);
});

test('whoever stores vocabulary lets others have the revision while waiting for a row', async () => {
  const [games, year] = ['sea-games-31', 'vietnam-laos-2022'].map(slug =>
    EventInput.parse({ slug, names: { en: 'Another name' }, startsOn: '2022-01-01', endsOn: '2022-12-31' }),
  );
  let stored: Promise<unknown> | undefined;
  await desk.dataSource.transaction(async db => {
    await db.query("select from event where slug = 'vietnam-laos-2022' for update");
    stored = desk.dataSource.transaction(other => storeEvents(other, [games!, year!], desk.now));
    await isWaitedFor('transactionid');
    expect(await desk.take('wire', { identity: 'b', language: 'en' })).toMatchObject([{ result: 'stored' }]);
  });
  expect(await stored).toEqual([
    { slug: 'sea-games-31', result: 'updated' },
    { slug: 'vietnam-laos-2022', result: 'updated' },
  ]);
});
