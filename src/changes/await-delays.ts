import sql, { empty } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { ChangeKind } from './change.js';

/**
 * Writes down when articles will be as old as the delays of licences ask: these articles, or all of them for one licence.
 * Call it once a revision was taken, whose lock makes writers of articles and of licences wait for each other: an article
 * that is stored while a licence is granted would otherwise be known to neither of the two. What is known already is left out beforehand: "on conflict" would wait for a
 * writer who is deleting it, and who waits for the revision. That writer writes it down again.
 */
export async function awaitDelays(
  db: EntityManager,
  of: { articleIds: number[] } | { licenceId: number },
  now: Date,
): Promise<void> {
  const [licences, articles] =
    'licenceId' in of
      ? [sql`and id = ${of.licenceId}`, empty]
      : [empty, sql`and article.id = any(${of.articleIds}::bigint[])`];
  await rowsOf(
    db,
    sql`insert into due_change (article_id, kind, due_at)
      select article.id, ${ChangeKind.DELAY_OVER}, article.published_at + delay.span
      from (select distinct make_interval(secs => delay_seconds) as span from licence where delay_seconds > 0 ${licences}) delay
      join article on article.published_at > ${now}::timestamptz - delay.span
      where article.status <> 'withdrawn' ${articles} and not exists (
        select from due_change known
        where known.article_id = article.id and known.kind = ${ChangeKind.DELAY_OVER} and known.due_at = article.published_at + delay.span)`,
  );
}
