import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ArticleStatus } from '../../content/article.js';
import { rowsOf } from '../../database/sql.js';
import { fileTranslations } from './file-translations.js';
import type { IndexedArticle } from './index-articles.js';
import type { PreparedArticle } from './prepare-article.js';
import type { ArticleWrite } from './write-articles.js';

/** What the gateway holds of an article that a source sends again. */
export interface HeldArticle extends IndexedArticle {
  identity: string;
  fingerprint: string;
  storyId: number;
  version: number;
  status: ArticleStatus;
}

/** Gives new articles their keys, and the first version its number. */
export async function firstVersions(
  db: EntityManager,
  sourceId: number,
  articles: PreparedArticle[],
  now: Date,
): Promise<ArticleWrite[]> {
  if (articles.length === 0) return [];
  const keys = await rowsOf<{ id: number }>(
    db,
    sql`select nextval('article_id_seq') as id from generate_series(1, ${articles.length}::int)`,
  );
  const stories = await fileTranslations(db, sourceId, articles);

  return articles.map((article, place) => {
    const publishedAt = article.publishedAt ?? now;
    const updatedAt = article.updatedAt ?? publishedAt;
    return { article, id: keys[place]!.id, storyId: stories[place]!, version: 1, publishedAt, updatedAt };
  });
}

/** Gives the next version of articles that are there its number; what the source leaves out stays as it was. */
export async function nextVersions(
  db: EntityManager,
  sourceId: number,
  pairs: { article: PreparedArticle; held: HeldArticle }[],
  now: Date,
): Promise<ArticleWrite[]> {
  const articles = pairs.map(({ article }) => article);
  const stories = await fileTranslations(
    db,
    sourceId,
    articles,
    pairs.map(({ held }) => held.storyId),
  );

  return pairs.map(({ article, held: { id, version, publishedAt, status } }, place) => ({
    // What was once corrected stays marked so, however often it is sent again.
    article: staysCorrected(status, article.status) ? { ...article, status } : article,
    id,
    storyId: stories[place]!,
    version: version + 1,
    publishedAt: article.publishedAt ?? publishedAt,
    updatedAt: article.updatedAt ?? now,
  }));
}

function staysCorrected(before: ArticleStatus, now: ArticleStatus): boolean {
  return before === ArticleStatus.CORRECTED && now === ArticleStatus.PUBLISHED;
}
