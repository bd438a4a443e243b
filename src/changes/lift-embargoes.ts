import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import { rowsOf } from '../database/sql.js';
import { recordReleases } from './record-releases.js';

/** The recording of embargoes and articles that come to their end, going on by itself. */
export interface Lifter {
  /** Finishes the batch under way. May be called again. */
  close: () => Promise<void>;
}

export interface Lifting {
  dataSource: DataSource;
  clock: Clock;
  logger: { info(message: string): void; warn(fields: object, message: string): void };
}

/** Milliseconds between two looks: with a batch's own time well within the second that is promised. */
const PAUSE_MS = 400;
/** Milliseconds until a database that did not answer is asked again. */
const DATABASE_PAUSE_MS = 1_000;
/** Changes of one transaction, in which all other writers wait: some tens of milliseconds. */
const BATCH = 500;

/**
 * Records every embargo that lifts and every article that expires, within a second of its time, until it is closed. Any
 * number of processes may do it: each end is recorded once. Waits out a lost database.
 */
export function liftEmbargoes({ dataSource, clock, logger }: Lifting): Lifter {
  const closing = new AbortController();
  let reachable = true;

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const pause = await recordDue().catch(waitForDatabase);
      if (pause > 0) await sleep(pause, undefined, { signal: closing.signal }).catch(() => {});
    }
  }
  async function recordDue(): Promise<number> {
    const now = clock();
    const [found] = await rowsOf<{ due: boolean }>(
      dataSource.manager,
      sql`select exists (select from release where due_at <= ${now}) as due`,
    );
    if (!reachable) logger.info('Embargoes are lifted again');
    reachable = true;
    if (!found?.due) return PAUSE_MS;
    const recorded = await dataSource.transaction(db => recordReleases(db, now, BATCH));
    return recorded === BATCH ? 0 : PAUSE_MS;
  }
  function waitForDatabase(error: unknown): number {
    if (reachable) logger.warn({ err: error }, 'Lifting embargoes waits for the database');
    reachable = false;
    return DATABASE_PAUSE_MS;
  }

  const finished = run();
  return {
    async close() {
      closing.abort();
      await finished;
    },
  };
}
