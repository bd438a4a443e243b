import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../database/sql.js';
import { type Claim, LEASE_MS } from './claim-polls.js';

/** How a poll ended. */
export interface PollEnd {
  nextPollAt: Date;
  /** Null where it failed. */
  succeededAt: Date | null;
  failures: number;
  outcome: string;
  etag: string | null;
  lastModified: string | null;
}

/** Writes down how a poll ended, unless it was claimed anew or its source removed meanwhile: false then. */
export async function finishPoll(db: EntityManager, { sourceId, lease }: Claim, end: PollEnd): Promise<boolean> {
  const ended = await rowsOf(
    db,
    sql`with ended as (
        update source_poll set next_poll_at = ${end.nextPollAt}, last_success_at = coalesce(${end.succeededAt}, last_success_at),
          failures = ${end.failures}, outcome = ${end.outcome}, etag = ${end.etag}, last_modified = ${end.lastModified}
        where source_id = ${sourceId} and next_poll_at = ${lease} returning source_id
      ) select source_id from ended`,
  );
  return ended.length === 1;
}

/** Makes a claim last on. False where it is no longer ours: claimed anew, or its source removed or sent elsewhere meanwhile. */
export async function renewPoll(db: EntityManager, claim: Claim, now: Date): Promise<boolean> {
  const lease = new Date(now.getTime() + LEASE_MS);
  if (!(await move(db, claim, lease))) return false;
  claim.lease = lease;
  return true;
}

/** Gives a claim back as if there had been none: any process may poll the source at once. */
export async function releasePoll(db: EntityManager, claim: Claim, now: Date): Promise<void> {
  await move(db, claim, now);
}

async function move(db: EntityManager, { sourceId, feedUrl, lease }: Claim, to: Date): Promise<boolean> {
  const moved = await rowsOf(
    db,
    sql`with moved as (
        update source_poll set next_poll_at = ${to} from source
        where source_id = ${sourceId} and next_poll_at = ${lease} and source.id = source_id and source.feed_url = ${feedUrl}
        returning source_id
      ) select source_id from moved`,
  );
  return moved.length === 1;
}
