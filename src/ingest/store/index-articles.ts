import type { EntityManager } from 'typeorm';
import { type Reference, withAncestors } from '../../content/reference.js';
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

/** Writes the rows that find articles by topic (and every topic above it), event and country. */
export async function indexArticles(
  db: EntityManager,
  articles: IndexedArticle[],
  reference: Reference,
): Promise<void> {
  const { topics, events, countries } = rowsFor(articles, reference);
  await insertRows(db, 'article_topic', topics);
  await insertRows(db, 'article_event', events);
  await insertRows(db, 'article_country', countries);
}

/** Removes the rows of articles as they were when these were written. */
export async function unindexArticles(
  db: EntityManager,
  articles: IndexedArticle[],
  reference: Reference,
): Promise<void> {
  const { topics, events, countries } = rowsFor(articles, reference);
  await deleteRows(db, 'article_topic', 'topic_id', topics);
  await deleteRows(db, 'article_event', 'event_id', events);
  await deleteRows(db, 'article_country', 'country', countries);
}

interface IndexRows {
  topics: Record<string, unknown>[];
  events: Record<string, unknown>[];
  countries: Record<string, unknown>[];
}

function rowsFor(articles: IndexedArticle[], reference: Reference): IndexRows {
  const rows: IndexRows = { topics: [], events: [], countries: [] };

  for (const { id, publishedAt, language, topicIds, eventIds, countries } of articles) {
    const place = { published_at: publishedAt, article_id: id, language };
    for (const topicId of withAncestors(topicIds, reference)) {
      rows.topics.push({ topic_id: topicId, ...place, exact: topicIds.includes(topicId) });
    }
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
