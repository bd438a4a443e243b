import sql, { raw, type Sql } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { manyEach } from '../graphql/loader.js';
import { articleColumns, type ArticleRow } from './article-row.js';
import { entitledArticles } from './entitled-articles.js';

/** How to find what an article is related to: itself, and how many are wanted. */
export interface RelatedKey {
  article: ArticleRow;
  first: number;
}

/** Articles looked at under each event or topic before the most related are chosen. */
const CANDIDATES = 30;

/**
 * What to read next, for each article: others in its language that share events (3 points each) or topics (1 point each)
 * with it, most points first, then newest. Looks at the newest of each event and topic only, so that the cost is bounded;
 * at as many as are wanted, when that is more.
 */
export async function relatedArticles(keys: readonly RelatedKey[], context: Context): Promise<ArticleRow[][]> {
  const wanted = keys.map(({ article, first }, place) => ({
    place,
    first,
    id: article.id,
    story: article.storyId,
    language: article.language,
    events: article.eventIds,
    topics: article.topicIds,
  }));
  const most = Math.max(CANDIDATES, ...keys.map(({ first }) => first));
  const rows = await rowsOf<ArticleRow & { place: number }>(
    context.db,
    sql`select wanted.place, found.*
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (place int, first int, id bigint, story bigint, language text, events bigint[], topics bigint[])
      cross join lateral (
        select ${articleColumns(context)}
        from (
          select candidate.id, sum(candidate.points) as points
          from (
            ${sharing('event', 3, most, context)} union all ${sharing('topic', 1, most, context)}
          ) candidate
          group by candidate.id
        ) ranked join article on article.id = ranked.id
        order by ranked.points desc, article.published_at desc, article.id desc
        limit wanted.first
      ) found`,
  );
  return manyEach([...keys.keys()], rows, row => row.place);
}

/** The newest that share an event or a topic with it. The gate comes before the limit, so that what is hidden takes no place. */
function sharing(kind: 'event' | 'topic', points: number, most: number, context: Context): Sql {
  return sql`select filed.id, ${raw(String(points))} as points
    from unnest(wanted.${raw(kind)}s) as shared (id) cross join lateral (
      select article.id from article_${raw(kind)} filing join article on article.id = filing.article_id
      where filing.${raw(kind)}_id = shared.id and filing.language = wanted.language
        and article.story_id <> wanted.story and ${entitledArticles(context)}
      order by filing.published_at desc, filing.article_id desc limit ${raw(String(most))}
    ) filed`;
}
