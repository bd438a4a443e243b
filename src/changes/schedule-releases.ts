import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { ChangeKind } from './change.js';

/**
 * Notes when embargoes of these articles will lift and when they will expire, as far as that is still to come at a moment, in
 * place of what was noted before. What has come by then is told by the change that is being recorded.
 */
export async function scheduleReleases(db: EntityManager, articleIds: number[], at: Date): Promise<void> {
  if (articleIds.length === 0) return;
  await rowsOf(
    db,
    sql`with due as (
        select article.id, item.kind, item.at
        from article cross join lateral (values
          (${ChangeKind.EMBARGO_LIFTED}::text, article.embargoed_until), (${ChangeKind.EXPIRED}::text, article.expires_at)
        ) item (kind, at)
        where article.id = any(${articleIds}::bigint[]) and item.at > ${at} and item.at < 'infinity'
      ), gone as (
        delete from release where article_id = any(${articleIds}::bigint[])
          and (article_id, kind) not in (select id, kind from due)
      )
      insert into release (article_id, kind, due_at) select id, kind, at from due order by id
      on conflict (article_id, kind) do update set due_at = excluded.due_at`,
  );
}
