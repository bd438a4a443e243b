import { setTimeout as sleep } from 'node:timers/promises';
import { type Lifter, liftEmbargoes } from '../../src/changes/lift-embargoes.js';
import { recordReleases } from '../../src/changes/record-releases.js';
import { createDataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { type Desk, openDesk } from '../support/desk.js';
import { createQuietLogger } from '../support/quiet-logger.js';

const BEFORE = new Date('2022-08-01T00:00:00Z');
const LIFTS = new Date('2022-08-01T10:00:00Z');
const EXPIRES = new Date('2022-08-01T20:00:00Z');

let desk: Desk;
const opened: (() => Promise<void>)[] = [];

beforeEach(async () => {
  desk = await openDesk();
  desk.now = BEFORE;
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  await desk.close();
});

/** One more process that lifts embargoes by the desk's clock, with connections of its own. */
async function startLifter(): Promise<Lifter> {
  const dataSource = await createDataSource({ url: desk.url, entities }).initialize();
  opened.push(() => dataSource.destroy());
  const lifter = liftEmbargoes({ dataSource, clock: () => desk.now, logger: createQuietLogger() });
  opened.push(lifter.close);
  return lifter;
}

/** The kinds and times of what was recorded of each article beside its publication. */
async function recorded(): Promise<{ kind: string; articleId: number; version: number; happenedAt: Date }[]> {
  return desk.db.query(
    `select kind, article_id as "articleId", version, happened_at as "happenedAt" from change
      where kind in ('embargo_lifted', 'expired') order by revision`,
  );
}

async function until(count: number): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await recorded()).length < count && Date.now() < end) await sleep(20);
}

const takeEmbargoed = (count: number) =>
  desk.take(
    'desk',
    ...Array.from({ length: count }, (_, place) => ({ identity: `urn:${place}`, embargoedUntil: LIFTS })),
  );

test('an embargo that lifts and an article that expires become changes, each at its time and once', async () => {
  await desk.take('desk', { identity: 'urn:1', embargoedUntil: LIFTS, expiresAt: EXPIRES });
  const record = () => desk.dataSource.transaction(db => recordReleases(db, desk.now, 10));

  expect(await record()).toBe(0);
  desk.now = LIFTS;
  expect([await record(), await record()]).toEqual([1, 0]);
  desk.now = EXPIRES;
  expect([await record(), await record()]).toEqual([1, 0]);
  expect(await recorded()).toEqual([
    { kind: 'embargo_lifted', articleId: expect.any(Number), version: 1, happenedAt: LIFTS },
    { kind: 'expired', articleId: expect.any(Number), version: 1, happenedAt: EXPIRES },
  ]);
});

test('an embargo that is moved lifts at its new time, and one that is taken away not at all', async () => {
  await desk.take(
    'desk',
    { identity: 'urn:moved', embargoedUntil: LIFTS },
    { identity: 'urn:free', embargoedUntil: LIFTS },
    { identity: 'urn:endless', embargoedUntil: 'forever' },
  );
  await desk.take('desk', { identity: 'urn:moved', embargoedUntil: EXPIRES }, { identity: 'urn:free' });
  const record = (now: Date) => desk.dataSource.transaction(db => recordReleases(db, now, 10));

  expect(await record(LIFTS)).toBe(0);
  expect(await record(EXPIRES)).toBe(1);
});

test('of a withdrawn article nothing is told when its embargo lifts', async () => {
  await desk.take('desk', { identity: 'urn:1', embargoedUntil: LIFTS });
  await desk.take('desk', { identity: 'urn:1', embargoedUntil: LIFTS, status: 'canceled' });
  await desk.dataSource.transaction(db => recordReleases(db, LIFTS, 10));

  expect(await recorded()).toEqual([]);
});

test('two processes record a thousand and more embargoes that lift at once, each once', async () => {
  await takeEmbargoed(1_100);
  await Promise.all([startLifter(), startLifter()]);
  await sleep(500);
  expect(await recorded()).toEqual([]);

  desk.now = LIFTS;
  await until(1_100);
  await sleep(500);
  const changes = await recorded();
  expect(changes).toHaveLength(1_100);
  expect(new Set(changes.map(({ articleId }) => articleId)).size).toBe(1_100);
});

test('what a process was recording when it died is recorded by another', async () => {
  await takeEmbargoed(3);
  const dying = await createDataSource({ url: desk.url, entities }).initialize();
  const runner = dying.createQueryRunner();
  await runner.startTransaction();
  expect(await recordReleases(runner.manager, LIFTS, 2)).toBe(2);
  const [{ pid }] = await runner.query('select pg_backend_pid() as pid');
  desk.now = LIFTS;

  await desk.db.query('select pg_terminate_backend($1)', [pid]);
  await startLifter();
  await until(3);
  expect(await recorded()).toHaveLength(3);
  await runner.release().catch(() => {});
  await dying.destroy().catch(() => {});
});

test('an article that is written just then does not hold up the others', async () => {
  await takeEmbargoed(2);
  const writer = desk.dataSource.createQueryRunner();
  await writer.startTransaction();
  await writer.query(`select from article order by id limit 1 for update`);
  const record = () => desk.dataSource.transaction(db => recordReleases(db, LIFTS, 10));

  expect(await record()).toBe(1);
  await writer.commitTransaction();
  await writer.release();
  expect(await record()).toBe(1);
});
