import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { rowsOf } from '../../database/sql.js';
import { type Claim, claimPolls } from './claim-polls.js';
import { pollClaim } from './poll-claim.js';
import type { Polling } from './polling.js';

/** The polling of all sources that have a feed, going on by itself. */
export interface Poller {
  /** Takes no more polls, gives those under way ten seconds to come to their end, and then ends them. May be called again. */
  close: () => Promise<void>;
}

/** Polls at once in one process: more would keep others waiting for the few connections of the writing side. */
const AT_ONCE = 4;
/** Milliseconds between two looks at what is due: a source that is added is noticed within the longer one. */
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Milliseconds until a database that did not answer is asked again. */
const DATABASE_PAUSE_MS = 1_000;
/** Milliseconds that polls under way have left once the poller closes, and then to let go. */
const GRACE_MS = 10_000;
const LET_GO_MS = 1_000;

/** Polls every source that has a feed, each at its time and by one process only, until it is closed. Waits out a lost database. */
export function pollSources(polling: Polling, graceMs: number = GRACE_MS): Poller {
  const { dataSource, clock, logger } = polling;
  const closing = new AbortController();
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  let reachable = true;

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const pause = await startDue().catch(waitForDatabase);
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
      else await sleep(pause, undefined, { signal: closing.signal }).catch(() => {});
    }
  }
  async function startDue(): Promise<number> {
    for (const claim of await claimPolls(dataSource.manager, clock(), AT_ONCE - underWay.size)) {
      const poll = pollOne(claim).finally(() => underWay.delete(poll));
      underWay.add(poll);
    }
    const pause = await untilNextDue(polling);
    if (!reachable) logger.info('Polling goes on');
    reachable = true;
    return pause;
  }
  async function pollOne(claim: Claim): Promise<void> {
    try {
      await pollClaim(polling, claim, ending.signal);
    } catch (error) {
      logger.error({ err: error, sourceId: claim.sourceId }, 'A poll was lost');
    }
  }
  function waitForDatabase(error: unknown): number {
    if (reachable) logger.warn({ err: error }, 'Polling waits for the database');
    reachable = false;
    return DATABASE_PAUSE_MS;
  }

  const finished = run().then(() => Promise.all(underWay));
  return {
    async close() {
      closing.abort();
      await Promise.race([finished, sleep(graceMs, undefined, { ref: false })]);
      ending.abort();
      await Promise.race([finished, sleep(LET_GO_MS, undefined, { ref: false })]);
    },
  };
}

/** Milliseconds until the next source is due, within what the pauses allow. */
async function untilNextDue({ dataSource, clock }: Polling): Promise<number> {
  const [row] = await rowsOf<{ next: Date | null }>(
    dataSource.manager,
    sql`select min(poll.next_poll_at) as next from source_poll poll join source on source.id = poll.source_id and source.feed_url is not null`,
  );
  const wait = row?.next ? row.next.getTime() - clock().getTime() : LONGEST_PAUSE_MS;
  return Math.min(Math.max(wait, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
}
