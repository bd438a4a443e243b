import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Context } from '../graphql/context.js';
import type { Cursor } from '../graphql/page.js';
import { ArticleOrder } from './article-filter.js';
import { articleColumns } from './article-row.js';
import type { Listing } from './listing.js';
import { selectArticles } from './select-articles.js';
import { stepCondition, unfiled, type Walk, walkedCondition, walkedTables } from './walk.js';

/**
 * Articles that are ranked, the newest of those that fit: to weigh one takes 50 µs, and a word such as "hội nghị" stands in a third of
 * them, which would take 15 s of a million.
 */
const MOST_RANKED = 2_000;

/** Articles with some words that are looked up one by one: some 50 ms. */
const FEW = 5_000;

/**
 * What a find weighs in the body, nowhere, the lede and the headline. By PostgreSQL's own weights (0.1, 0.2, 0.4, 1) two words
 * that stand together 5 times in a body outweigh a lede, and 40 times a headline; by these it takes 130, and no number will do.
 */
const WEIGHTS = raw(`'{0.002, 0.1, 0.4, 1}'`);

/** A condition more, by what the walk calls things. */
type Also = (walk: Walk) => Sql;

/** A page along one index. The limit is validated and written as a literal, so that a generic plan may know it. */
export function branch(listing: Listing, walk: Walk, key: Sql | null, context: Context, also: Also = () => sql``): Sql {
  const { selection, order } = listing;
  if (order === ArticleOrder.RELEVANCE) return ranking(listing, walk, key, context);
  if (selection.text !== null) return searching(listing, walk, key, context, also);
  return walking(listing, walk, key, context, also);
}

/**
 * A page of what fits. Which way is quick depends on how many articles have the words, which PostgreSQL does not know of rare ones, so it
 * counts first: few are looked up, and put in order; of many, the next are met soon on the way along the index.
 */
function searching(listing: Listing, walk: Walk, key: Sql | null, context: Context, also: Also): Sql {
  const { selection, page, order } = listing;
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  const orderKey = raw(order === ArticleOrder.RECENTLY_UPDATED ? 'article.updated_at' : 'article.published_at');
  const conditions = [
    walkedCondition(walk, key),
    selectArticles(selection, unfiled(walk), context),
    sql`article.id in (select article_id from having_words)`,
    sql`(select count(*) from having_words) <= ${raw(String(FEW))}`,
    ...cursorConditions(listing, orderKey, raw('article.id')),
  ];
  // The offset is a fence to the planner, who would walk here too.
  const few = sql`select ${shownColumns(listing, orderKey, context)} from article
    where ${join(conditions, ' and ')} ${also(unfiled(walk))} offset 0`;

  return sql`with having_words as materialized (
      select article_id from article_search where words @@ ${anyOrder(selection.text!)}::tsquery limit ${raw(String(FEW + 1))})
    (select * from (${few}) few order by ${orderColumn(listing)} ${direction}, id ${direction} limit ${raw(String(page.size + 1))})
    union all
    (${walking(listing, walk, key, context, () => sql`${also(walk)} and (select count(*) from having_words) > ${raw(String(FEW))}`)})`;
}

/** The same words wherever they stand: what the index of words knows without looking at the articles. */
function anyOrder(query: string): string {
  return query.includes('!') ? query : query.replace(/<(-|\d+)>/g, '&');
}

/** A page on the way along an index. */
function walking(listing: Listing, walk: Walk, key: Sql | null, context: Context, also: Also): Sql {
  const { selection, page, order } = listing;
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  const [from, place, orderKey, id] = isWalked(order)
    ? [walkedTables(walk), stepCondition(walk, key), walk.publishedAt, walk.id]
    : [sql`article`, walkedCondition(walk, key), raw('article.updated_at'), raw('article.id')];
  const read = isWalked(order) ? walk : unfiled(walk);
  const conditions = [place, selectArticles(selection, read, context), ...cursorConditions(listing, orderKey, id)];

  return sql`select ${shownColumns(listing, orderKey, context)} from ${from}
    where ${join(conditions, ' and ')} ${also(walk)}
    order by ${orderKey} ${direction}, ${id} ${direction} limit ${raw(String(page.size + 1))}`;
}

/** A page of what fits best, among the newest that fit at all. */
function ranking(listing: Listing, walk: Walk, key: Sql | null, context: Context): Sql {
  const { selection, page } = listing;
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  const id = raw('article.id');
  // As float8, so that a cursor can carry it to the last digit.
  const rank = sql`ts_rank(${WEIGHTS}, search.words, ${selection.text}::tsquery)::float8`;
  const found = sql`select article.id from article
    where ${walkedCondition(walk, key)} and ${selectArticles(selection, unfiled(walk), context)}
    order by article.published_at desc, article.id desc limit ${raw(String(MOST_RANKED))}`;

  return sql`select ${articleColumns(context, listing.columns)}, ${rank} as "orderKey"
    from (${found}) found join article on article.id = found.id join article_search search on search.article_id = article.id
    where ${join([sql`true`, ...cursorConditions(listing, rank, id)], ' and ')}
    order by ${rank} ${direction}, ${id} ${direction} limit ${raw(String(page.size + 1))}`;
}

/** What is read of articles, with what they are ordered by: when they were published is shown as it is. */
function shownColumns(listing: Listing, orderKey: Sql, context: Context): Sql {
  const { columns = null, order } = listing;
  if (!isWalked(order)) return sql`${articleColumns(context, columns)}, ${orderKey} as "orderKey"`;
  return articleColumns(context, columns && [...new Set([...columns, 'publishedAt' as const])]);
}

/** What the rows of a page are ordered by, as it is called among them. */
export function orderColumn({ order }: Listing): Sql {
  return raw(isWalked(order) ? '"publishedAt"' : '"orderKey"');
}

/** Whether the order is that of the indexes. */
export function isWalked(order: ArticleOrder): boolean {
  return order === ArticleOrder.NEWEST || order === ArticleOrder.OLDEST;
}

function cursorConditions(listing: Listing, orderKey: Sql, id: Sql): Sql[] {
  const { after, before } = listing.page;
  const rising = listing.order === ArticleOrder.OLDEST;
  const beyond = (cursor: Cursor, sign: string): Sql =>
    sql`(${orderKey}, ${id}) ${raw(sign)} (${keyValue(cursor, listing.order)}, ${cursor.id}::bigint)`;
  return [
    ...(after ? [beyond(after, rising ? '>' : '<')] : []),
    ...(before ? [beyond(before, rising ? '<' : '>')] : []),
  ];
}

function keyValue({ key }: Cursor, order: ArticleOrder): Sql {
  return order === ArticleOrder.RELEVANCE ? sql`${key}::float8` : sql`${new Date(Number(key))}::timestamptz`;
}

/** Whether the statement reads its rows in rising order: a page counted from the end turns the list around. */
export function ascends({ order, page }: Listing): boolean {
  return (order === ArticleOrder.OLDEST) !== page.backward;
}
