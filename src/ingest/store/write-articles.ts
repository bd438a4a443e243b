import type { EntityManager } from 'typeorm';
import { announceReference } from '../../content/announce-reference.js';
import type { Reference } from '../../content/reference.js';
import { insertRows } from '../../database/insert-rows.js';
import { countWords } from '../text/count-words.js';
import { indexArticles, type IndexedArticle, unindexArticles } from './index-articles.js';
import { nameMedia } from './name-media.js';
import type { PreparedArticle } from './prepare-article.js';
import { searchVectors, writeSearch } from './write-search.js';

/** An article with the keys and the numbers that its rows will carry. */
export interface ArticleWrite {
  article: PreparedArticle;
  id: number;
  storyId: number;
  version: number;
  publishedAt: Date;
  updatedAt: Date;
}

/** Writes new articles, with all that hangs on them. */
export async function insertArticles(
  db: EntityManager,
  sourceId: number,
  writes: ArticleWrite[],
  reference: Reference,
): Promise<void> {
  if (writes.length > 0) await writeRows(db, sourceId, writes, reference);
}

/** Writes the next version over articles that are there, and keeps the former one as of `now`; `before` is how they are indexed. */
export async function updateArticles(
  db: EntityManager,
  sourceId: number,
  writes: ArticleWrite[],
  before: IndexedArticle[],
  reference: Reference,
  now: Date,
): Promise<void> {
  if (writes.length === 0) return;
  await keepVersions(
    db,
    writes.map(({ id }) => id),
    now,
  );
  await unindexArticles(db, before);
  await writeRows(db, sourceId, writes, reference);
}

/** Keeps articles as they are at `now`, text and all: the next version is about to take their place. */
export async function keepVersions(db: EntityManager, ids: number[], now: Date): Promise<void> {
  await db.query(
    `insert into article_version (article_id, version, content, words, replaced_at)
      select article.id, article.version, to_jsonb(article) || jsonb_build_object('html', body.html, 'text', body.text), search.words, $2::timestamptz
      from article left join article_body body on body.article_id = article.id
        left join article_search search on search.article_id = article.id
      where article.id = any($1::bigint[])`,
    [ids, now],
  );
}

/** A statement a table, however many articles: a first version is inserted, a later one lies down over the one before. */
async function writeRows(
  db: EntityManager,
  sourceId: number,
  writes: ArticleWrite[],
  reference: Reference,
): Promise<void> {
  const media = await nameMedia(db, writes);
  const articles = writes.map(write => ({ ...articleRow(sourceId, write), media: media.mediaOf(write) }));
  const origins = writes.map(({ article, id }) => ({
    source_id: sourceId,
    identity: article.identity,
    article_id: id,
    fingerprint: article.fingerprint,
  }));
  const bodies = writes.map(({ article: { html, text }, id }) => ({
    article_id: id,
    html,
    text,
    word_count: countWords(text),
  }));

  const [vectors] = await Promise.all([
    searchVectors(writes),
    insertRows(db, 'article', articles, overwriting(['id'], articles)),
  ]);
  await insertRows(db, 'article_origin', origins, overwriting(['source_id', 'identity'], origins));
  await insertRows(db, 'media', media.rows);
  await insertRows(db, 'article_body', bodies, overwriting(['article_id'], bodies));
  await writeSearch(db, writes, vectors);
  await indexArticles(db, writes.map(indexed));
  await addLanguages(db, [...new Set(writes.map(({ article }) => article.language))], reference);
}

/** A language that is new is told to every process: filters know what "zh" can stand for. */
async function addLanguages(db: EntityManager, tags: string[], { languages }: Reference): Promise<void> {
  // In one order, or two writers could wait for each other.
  const unknown = tags.filter(tag => !languages.includes(tag)).toSorted();
  if (unknown.length === 0) return;
  await db.query('insert into language (tag) select unnest($1::text[]) on conflict do nothing', [unknown]);
  await announceReference(db);
}

function articleRow(
  sourceId: number,
  { article, id, storyId, version, publishedAt, updatedAt }: ArticleWrite,
): Record<string, unknown> {
  return {
    id,
    story_id: storyId,
    source_id: sourceId,
    language: article.language,
    headline: article.headline,
    lede: article.lede,
    url: article.url,
    bylines: article.bylines,
    published_at: publishedAt,
    updated_at: updatedAt,
    version,
    status: article.status,
    urgency: article.urgency,
    credit: article.credit,
    topic_ids: article.topicIds,
    event_ids: article.eventIds,
    countries: article.countries,
    embargoed_until: article.embargoedUntil,
    expires_at: article.expiresAt,
    rights: article.rights ?? {},
  };
}

function indexed({ article, id, publishedAt }: ArticleWrite): IndexedArticle {
  const { language, topicIds, eventIds, countries } = article;
  return { id, publishedAt, language, topicIds, eventIds, countries };
}

function overwriting(keys: string[], rows: Record<string, unknown>[]): string {
  const others = Object.keys(rows[0] ?? {}).filter(column => !keys.includes(column));
  return `on conflict (${keys.join(', ')}) do update set ${others.map(column => `${column} = excluded.${column}`).join(', ')}`;
}
