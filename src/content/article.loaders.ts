import sql from 'sql-template-tag';
import { gatheredRowsOf } from '../database/gather-statements.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { manyEach, oneEach } from '../graphql/loader.js';
import type { ArticleBody } from './article-body.js';
import { articleColumns, type ArticleRow } from './article-row.js';
import { entitledArticles } from './entitled-articles.js';

/** Each article by its key, or null where there is none that the reader may take. */
export async function articleById(ids: readonly number[], context: Context): Promise<(ArticleRow | null)[]> {
  const rows = await gatheredRowsOf<ArticleRow>(
    context.db,
    sql`select ${articleColumns(context)} from article where ${entitledArticles(context)} and article.id = any(${ids}::bigint[])`,
  );
  return oneEach(ids, rows, row => row.id);
}

/** The language versions of each story that the reader may take, by language. */
export async function articlesOfStory(storyIds: readonly number[], context: Context): Promise<ArticleRow[][]> {
  const rows = await gatheredRowsOf<ArticleRow>(
    context.db,
    sql`select ${articleColumns(context)} from article
      where ${entitledArticles(context)} and article.story_id = any(${storyIds}::bigint[])
      order by article.language, article.id`,
  );
  return manyEach(storyIds, rows, row => row.storyId);
}

/** The body of each article, or null where it has none. The article itself came through the gate. */
export async function bodyOfArticle(articleIds: readonly number[], { db }: Context): Promise<(ArticleBody | null)[]> {
  const rows = await gatheredRowsOf<ArticleBody>(
    db,
    sql`select article_id as "articleId", html, text, word_count as "wordCount"
      from article_body where article_id = any(${articleIds}::bigint[])`,
  );
  return oneEach(articleIds, rows, row => row.articleId);
}

/** The article that each medium belongs to, or null where the reader may not take it. */
export async function articleOfMedia(mediaIds: readonly number[], context: Context): Promise<(ArticleRow | null)[]> {
  const rows = await rowsOf<ArticleRow & { mediaId: number }>(
    context.db,
    sql`select ${articleColumns(context)}, media.id as "mediaId" from media join article on article.id = media.article_id
      where ${entitledArticles(context)} and media.id = any(${mediaIds}::bigint[])`,
  );
  return oneEach(mediaIds, rows, row => row.mediaId);
}
