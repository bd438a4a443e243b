import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../../database/sql.js';

/** Where a source stands, for the desk. */
export interface SourceStatus {
  slug: string;
  /** Null for a source that is not polled. */
  feedUrl: string | null;
  /** Null, like all that follow but the counts, for a source that has never been polled. */
  lastPollAt: Date | null;
  lastSuccessAt: Date | null;
  /** Null for a source that is not polled (any more). */
  nextPollAt: Date | null;
  /** In a row. */
  failures: number;
  /** A sentence: what the last poll brought, or why it failed. */
  outcome: string | null;
  /** Held, whether partners may see them or not. */
  articles: number;
}

/** Where every source stands, by slug. */
export async function sourceStatuses(db: EntityManager): Promise<SourceStatus[]> {
  return rowsOf(
    db,
    sql`select source.slug, source.feed_url as "feedUrl", poll.last_poll_at as "lastPollAt", poll.last_success_at as "lastSuccessAt",
        case when source.feed_url is not null then poll.next_poll_at end as "nextPollAt",
        coalesce(poll.failures, 0) as failures, poll.outcome,
        (select count(*) from article where article.source_id = source.id) as articles
      from source left join source_poll poll on poll.source_id = source.id
      order by source.slug`,
  );
}
