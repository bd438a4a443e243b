import type { EntityManager } from 'typeorm';
import { insertRows } from '../../database/insert-rows.js';

/** What the index tables repeat of an article. */
export interface IndexedArticle {
  id: number;
  publishedAt: Date;
  language: string;
  topicIds: number[];
  eventIds: number[];
  countries: string[];
}

/** Writes the rows that find articles by topic (and every topic above it), event and country. Hold the tree: see write-locks.ts. */
export async function indexArticles(db: EntityManager, articles: IndexedArticle[]): Promise<void> {
  const { events, countries } = rowsFor(articles);
  await withTopics(
    db,
    articles,
    `insert into article_topic (topic_id, published_at, article_id, language, exact)
      select topic_id, published_at, id, language, exact from filed`,
  );
  await insertRows(db, 'article_event', events);
  await insertRows(db, 'article_country', countries);
}

/** Removes the rows of articles as they were when these were written. Hold the tree. */
export async function unindexArticles(db: EntityManager, articles: IndexedArticle[]): Promise<void> {
  const { events, countries } = rowsFor(articles);
  await withTopics(
    db,
    articles,
    `delete from article_topic gone using filed
      where gone.topic_id = filed.topic_id and gone.published_at = filed.published_at and gone.article_id = filed.id`,
  );
  await deleteRows(db, 'article_event', 'event_id', events);
  await deleteRows(db, 'article_country', 'country', countries);
}

/** Does something with articles under their topics, and under those above by the tree as it is now, whatever this process has heard of it. */
async function withTopics(db: EntityManager, articles: IndexedArticle[], statement: string): Promise<void> {
  const items = articles
    .filter(({ topicIds }) => topicIds.length > 0)
    .map(({ id, publishedAt, language, topicIds }) => ({
      id,
      published_at: publishedAt,
      language,
      topic_ids: topicIds,
    }));
  if (items.length === 0) return;
  await db.query(
    `with recursive item as materialized (
        select * from json_to_recordset($1::json) as item (id bigint, published_at timestamptz, language text, topic_ids bigint[])
      ), above (topic_id, ancestor, parent_id) as (
        select id, id, parent_id from topic where id in (select unnest(topic_ids) from item)
        union
        select above.topic_id, topic.id, topic.parent_id from above join topic on topic.id = above.parent_id
      ), filed as (
        select distinct above.ancestor as topic_id, item.published_at, item.id, item.language, above.ancestor = any(item.topic_ids) as exact
        from item cross join unnest(item.topic_ids) as own (topic_id) join above on above.topic_id = own.topic_id
      ) ${statement}`,
    [JSON.stringify(items)],
  );
}

interface IndexRows {
  events: Record<string, unknown>[];
  countries: Record<string, unknown>[];
}

function rowsFor(articles: IndexedArticle[]): IndexRows {
  const rows: IndexRows = { events: [], countries: [] };

  for (const { id, publishedAt, language, eventIds, countries } of articles) {
    const place = { published_at: publishedAt, article_id: id, language };
    for (const eventId of eventIds) rows.events.push({ event_id: eventId, ...place });
    for (const country of countries) rows.countries.push({ country, ...place });
  }
  return rows;
}

async function deleteRows(
  db: EntityManager,
  table: string,
  key: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `delete from ${table} filed using json_populate_recordset(null::${table}, $1::json) gone
      where filed.${key} = gone.${key} and filed.published_at = gone.published_at and filed.article_id = gone.article_id`,
    [JSON.stringify(rows)],
  );
}
