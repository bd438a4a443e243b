import sql, { empty } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../database/sql.js';

/** A source that this process polls now, and no other, until the lease ends. */
export interface Claim {
  sourceId: number;
  feedUrl: string;
  /** Until when it is ours; also what tells this claim from any later one. */
  lease: Date;
  /** Validators of the last answer that was stored whole. */
  etag: string | null;
  lastModified: string | null;
  /** In a row, before this poll. */
  failures: number;
  /** Whether the poll before this one did not come to a good end, so that there may be a gap. */
  unfinished: boolean;
}

/** Longer than fetching a page may take (30 s) and storing it does: a lease is renewed with every page. */
export const LEASE_MS = 120_000;

/**
 * Claims sources whose time has come, those that have waited longest first; with a `sourceId`, that one, whatever its time.
 *
 * The claim is one statement: the row that says when a source is polled next is moved ahead, by the lease, on condition that
 * it is still due. Of two processes that ask at the same moment the second waits for the first one's row, finds it no longer
 * due, and gets nothing. No lock and no connection is held while a slow server is waited for, and a process that dies leaves
 * nothing behind but a lease that ends. A source whose address has changed is due at once.
 */
export async function claimPolls(
  db: EntityManager,
  now: Date,
  most: number,
  sourceId: number | null = null,
): Promise<Claim[]> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const wanted = sourceId === null ? empty : sql`and source.id = ${sourceId}`;
  const always = sourceId !== null;

  const claims = await rowsOf<Omit<Claim, 'lease'>>(
    db,
    sql`with due as materialized (
        select source.id, source.feed_url,
          poll.last_success_at is null or poll.last_success_at < poll.last_poll_at as unfinished
        from source left join source_poll poll on poll.source_id = source.id
        where source.feed_url is not null ${wanted}
          and (${always}::bool or poll.source_id is null or poll.next_poll_at <= ${now} or poll.feed_url <> source.feed_url)
        order by poll.next_poll_at nulls first limit ${most}::int
      ), claimed as (
        insert into source_poll as poll (source_id, feed_url, next_poll_at, last_poll_at, failures, outcome)
        -- In the order of their keys, so that two claims never wait for each other.
        select id, feed_url, ${lease}::timestamptz, ${now}::timestamptz, 0, 'Being polled for the first time' from due order by id
        on conflict (source_id) do update set
          feed_url = excluded.feed_url, next_poll_at = excluded.next_poll_at, last_poll_at = excluded.last_poll_at,
          etag = case when poll.feed_url = excluded.feed_url then poll.etag end,
          last_modified = case when poll.feed_url = excluded.feed_url then poll.last_modified end,
          failures = case when poll.feed_url = excluded.feed_url then poll.failures else 0 end
        where ${always}::bool or poll.next_poll_at <= ${now} or poll.feed_url <> excluded.feed_url
        returning source_id, feed_url, etag, last_modified, failures
      )
      select claimed.source_id as "sourceId", claimed.feed_url as "feedUrl", claimed.etag,
        claimed.last_modified as "lastModified", claimed.failures, due.unfinished
      from claimed join due on due.id = claimed.source_id`,
  );
  return claims.map(claim => ({ ...claim, lease }));
}
