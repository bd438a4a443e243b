import sql, { raw } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { manyEach, oneEach } from '../graphql/loader.js';
import type { ArticleBody } from './article-body.js';
import { articleColumns, type ArticleRow } from './article-row.js';
import { entitledArticles } from './entitled-articles.js';

/** Each article by its key, or null where there is none that the reader may take. */
export async function articleById(
  ids: readonly number[],
  { db, reader, now }: Context,
): Promise<(ArticleRow | null)[]> {
  const rows = await rowsOf<ArticleRow>(
    db,
    sql`select ${articleColumns} from article where ${entitledArticles(reader, now)} and article.id = any(${ids}::bigint[])`,
  );
  return oneEach(ids, rows, row => row.id);
}

/** The language versions of each story that the reader may take, by language. */
export async function articlesOfStory(
  storyIds: readonly number[],
  { db, reader, now }: Context,
): Promise<ArticleRow[][]> {
  const rows = await rowsOf<ArticleRow>(
    db,
    sql`select ${articleColumns} from article
      where ${entitledArticles(reader, now)} and article.story_id = any(${storyIds}::bigint[])
      order by article.language, article.id`,
  );
  return manyEach(storyIds, rows, row => row.storyId);
}

/** The body of each article, or null where it has none. The article itself came through the gate. */
export async function bodyOfArticle(articleIds: readonly number[], { db }: Context): Promise<(ArticleBody | null)[]> {
  const rows = await rowsOf<ArticleBody>(
    db,
    sql`select article_id as "articleId", html, text, word_count as "wordCount"
      from article_body where article_id = any(${articleIds}::bigint[])`,
  );
  return oneEach(articleIds, rows, row => row.articleId);
}

/** The article that each medium belongs to, or null where the reader may not take it. */
export async function articleOfMedia(
  mediaIds: readonly number[],
  { db, reader, now }: Context,
): Promise<(ArticleRow | null)[]> {
  const rows = await rowsOf<ArticleRow & { mediaId: number }>(
    db,
    sql`select ${articleColumns}, media.id as "mediaId" from media join article on article.id = media.article_id
      where ${entitledArticles(reader, now)} and media.id = any(${mediaIds}::bigint[])`,
  );
  return oneEach(mediaIds, rows, row => row.mediaId);
}

/** How to find what an article is related to: itself, and how many are wanted. */
export interface RelatedKey {
  article: ArticleRow;
  first: number;
}

/** Articles looked at under each event or topic before the most related are chosen. */
const CANDIDATES = 30;

/**
 * What to read next, for each article: others in its language that share events (3 points each) or topics (1 point each)
 * with it, most points first, then newest. Looks at the newest of each event and topic only, so that the cost is bounded.
 */
export async function relatedArticles(
  keys: readonly RelatedKey[],
  { db, reader, now }: Context,
): Promise<ArticleRow[][]> {
  const wanted = keys.map(({ article, first }, place) => ({
    place,
    first,
    id: article.id,
    story: article.storyId,
    language: article.language,
    events: article.eventIds,
    topics: article.topicIds,
  }));
  const rows = await rowsOf<ArticleRow & { place: number }>(
    db,
    sql`select wanted.place, found.*
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (place int, first int, id bigint, story bigint, language text, events bigint[], topics bigint[])
      cross join lateral (
        select ${articleColumns}
        from (
          select candidate.article_id, sum(candidate.points) as points
          from (
            select filed.article_id, 3 as points from unnest(wanted.events) as shared (id) cross join lateral (
              select article_id from article_event
              where event_id = shared.id and language = wanted.language
              order by published_at desc, article_id desc limit ${raw(String(CANDIDATES))}
            ) filed
            union all
            select filed.article_id, 1 as points from unnest(wanted.topics) as shared (id) cross join lateral (
              select article_id from article_topic
              where topic_id = shared.id and language = wanted.language
              order by published_at desc, article_id desc limit ${raw(String(CANDIDATES))}
            ) filed
          ) candidate
          group by candidate.article_id
        ) ranked join article on article.id = ranked.article_id
        where ${entitledArticles(reader, now)} and article.id <> wanted.id and article.story_id <> wanted.story
        order by ranked.points desc, article.published_at desc, article.id desc
        limit wanted.first
      ) found`,
  );
  return manyEach(
    keys.map((_key, place) => place),
    rows,
    row => row.place,
  );
}
