import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import type { ChangeKind } from './change.js';
import { scheduleReleases } from './schedule-releases.js';

/** Heard on this channel after a commit: the last revision that it took, as text. */
export const CHANGE_CHANNEL = 'nhip_cau_change';

/** Something that a partner could notice, about to take its number. */
export interface NewChange {
  kind: ChangeKind;
  articleId?: number;
  version?: number;
  /** The topic, event or source that changed. */
  referenceId?: number;
}

/**
 * Gives each change the next revision, in the order given, and writes it down. Call it last in the transaction that makes
 * the changes: from here to the commit every other writer waits, so that numbers become visible in order and without a gap.
 * Returns the last revision taken.
 */
export async function recordChanges(db: EntityManager, changes: NewChange[], happenedAt: Date): Promise<number | null> {
  if (changes.length === 0) return null;
  const numbered = changes.map((change, index) => ({ ...change, place: index + 1 }));
  // Before the number is taken: from then on all others wait.
  await scheduleReleases(
    db,
    changes.flatMap(({ articleId }) => articleId ?? []),
    happenedAt,
  );

  const [row] = await rowsOf<{ number: number }>(
    db,
    sql`with taken as (
        update revision set number = number + ${changes.length}::int returning number
      ), written as (
        insert into change (revision, happened_at, kind, article_id, version, reference_id)
        select taken.number - ${changes.length}::int + item.place, ${happenedAt}, item.kind, item."articleId", item.version, item."referenceId"
        from taken, json_to_recordset(${JSON.stringify(numbered)}::json)
          as item (place int, kind text, "articleId" bigint, version int, "referenceId" bigint)
      )
      select number, pg_notify(${CHANGE_CHANNEL}, number::text) from taken`,
  );
  return row?.number ?? null;
}
