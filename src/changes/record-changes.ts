import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { awaitDelays } from './await-delays.js';
import type { ChangeKind } from './change.js';

/** Heard on this channel after a commit: the last revision that it took, as text. */
export const CHANGE_CHANNEL = 'nhip_cau_change';

/** Something that a partner could notice, about to take its number. */
export interface NewChange {
  kind: ChangeKind;
  articleId?: number;
  version?: number;
  /** The topic, event, source, licence, feed or partner that changed. */
  referenceId?: number;
}

/**
 * Gives each change the next revision, in the order given, and writes it down, with the state that it leaves its article in.
 * Call it last in the transaction that makes the changes: from here to the commit every other writer waits, so that numbers
 * become visible in order and without a gap. Returns the last revision taken.
 */
export async function recordChanges(db: EntityManager, changes: NewChange[], happenedAt: Date): Promise<number | null> {
  if (changes.length === 0) return null;
  const numbered = changes.map((change, index) => ({ ...change, place: index + 1 }));
  // Whoever has not written the article's row itself must not record what another writer is about to change.
  const articleIds = changes.flatMap(({ articleId }) => articleId ?? []);
  if (articleIds.length > 0) await rowsOf(db, lockArticles(articleIds));

  const [row] = await rowsOf<{ number: number }>(
    db,
    sql`with recursive item as materialized (
        select * from json_to_recordset(${JSON.stringify(numbered)}::json)
          as item (place int, kind text, "articleId" bigint, version int, "referenceId" bigint)
      ), above (ancestor, id, parent_id) as (
        select topic.id, topic.id, topic.parent_id from topic where topic.id in (
          select unnest(article.topic_ids) from item join article on article.id = item."articleId")
        union
        select above.ancestor, topic.id, topic.parent_id from above join topic on topic.id = above.parent_id
      ), taken as (
        update revision set number = number + ${changes.length}::int returning number
      ), written as (
        insert into change (revision, happened_at, kind, article_id, version, reference_id)
        select taken.number - ${changes.length}::int + item.place, ${happenedAt}, item.kind, item."articleId", item.version, item."referenceId"
        from taken, item
      ), stated as (
        insert into article_state ${stateRows(changes.length, happenedAt)}
      )
      select number, pg_notify(${CHANGE_CHANNEL}, number::text) from taken`,
  );
  if (articleIds.length > 0) await awaitDelays(db, { articleIds }, happenedAt);
  return row?.number ?? null;
}

function lockArticles(ids: number[]): Sql {
  return sql`select id from article where id = any(${ids}::bigint[]) order by id for no key update`;
}

/** The state of each changed article: its row, every topic above its own, and what the moment means for it. */
function stateRows(count: number, happenedAt: Date): Sql {
  return sql`select article.id, taken.number - ${count}::int + item.place, ${happenedAt}, article.version, article.language, article.source_id,
      article.topic_ids,
      array(select above.id from above where above.ancestor = any(article.topic_ids) union select unnest(article.topic_ids) order by 1),
      article.event_ids, article.countries,
      array(select distinct medium ->> 'kind' from jsonb_array_elements(article.media) medium),
      article.published_at, article.updated_at, article.status = 'withdrawn',
      coalesce(article.embargoed_until > ${happenedAt}, false), coalesce(article.expires_at <= ${happenedAt}, false), article.rights
    from taken, item join article on article.id = item."articleId"`;
}
