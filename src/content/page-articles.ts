import sql, { join, raw, type Sql } from 'sql-template-tag';
import { gatheredRowsOf } from '../database/gather-statements.js';
import { preparedRowsOf, rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import type { Cursor } from '../graphql/page.js';
import { ArticleOrder } from './article-filter.js';
import { articleColumns, type ArticleRow } from './article-row.js';
import { groupListings, type Listing, selectForEach } from './listing.js';
import type { Selection } from './selection.js';
import { selectArticles } from './select-articles.js';
import { stepCondition, unfiled, type Walk, walkedCondition, walkedTables, walkOf } from './walk.js';

/** An article in a page, with what the page is ordered by. */
export type PagedArticle = ArticleRow & { orderKey: Date | number };

/** One page: its articles in the order of the list, and whether one more was found beyond it. */
export interface ArticlePage {
  articles: PagedArticle[];
  more: boolean;
}

/** The most index scans that one page is merged from; a selection of more terms and languages than this checks languages by row. */
const MOST_BRANCHES = 60;

/**
 * What a find weighs in the body, nowhere, the lede and the headline. By PostgreSQL's own weights (0.1, 0.2, 0.4, 1) two words
 * that stand together 5 times in a body outweigh a lede, and 40 times a headline; by these it takes 130, and no number will do.
 */
const WEIGHTS = raw(`'{0.002, 0.1, 0.4, 1}'`);

/** The page of each listing; listings of one shape take one statement together, however many they are. */
export async function pageOfArticles(listings: readonly Listing[], context: Context): Promise<ArticlePage[]> {
  const pages = listings.map((): ArticlePage => ({ articles: [], more: false }));

  for (const { places, listings: group } of groupListings(listings)) {
    const { page, selection } = group[0]!;
    const read = readerFor(selection);
    const rows = await read<PagedArticle & { place: number }>(context.db, pageStatement(group, context));
    for (const { place, ...article } of rows) pages[places[place - 1]!]!.articles.push(article);

    for (const found of places.map(place => pages[place]!)) {
      found.more = found.articles.length > page.size;
      found.articles = found.articles.slice(0, page.size);
      if (page.backward) found.articles.reverse();
    }
  }
  return pages;
}

/** Words to search for decide which index is worth reading; and what must look at many articles for a page is waited for by nobody else. */
function readerFor({ text, topics, events, countries, sources, mediaKinds }: Selection): typeof rowsOf {
  if (text !== null) return rowsOf;
  const named = [topics, events, countries, sources].filter(
    ({ any, all, none }) => any.length + all.length + none.length > 0,
  );
  const isWalk =
    mediaKinds === null &&
    named.length <= 1 &&
    named.every(({ any, all, none }) => any.length <= 1 && all.length + none.length === 0);
  return isWalk ? gatheredRowsOf : preparedRowsOf;
}

/** One statement for listings of one shape: the page of each, and one article more than asked for. */
function pageStatement(group: Listing[], context: Context): Sql {
  const listing = group[0]!;
  const pages = selectForEach(group, key => mergedPage(listing, key, context));
  if (!listing.within) return pages;

  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  return sql`${pages} order by wanted.place, found."orderKey" ${direction}, found.id ${direction}`;
}

/** A page walked along one index, or merged from a page along each: the first n of all are among the first n of each. */
function mergedPage(listing: Listing, key: Sql | null, context: Context): Sql {
  const { selection, page, order } = listing;
  const walk = walkOf(listing);
  const keys = key ? [] : walk.keys;
  const languages = selection.languages ?? [];
  const byLanguage = languages.length > 0 && languages.length * Math.max(keys.length, 1) <= MOST_BRANCHES;
  if (!isWalked(order) || (keys.length <= 1 && !(byLanguage && languages.length > 1))) {
    return branch(listing, walk, key ?? (keys.length === 1 ? sql`${keys[0]}` : null), context);
  }
  const terms =
    keys.length > 0 ? sql`unnest(${walk.keyArray}) as term (key)` : sql`(select ${key ?? sql`0`}) as term (key)`;
  const tongues = byLanguage
    ? sql`unnest(${languages}::text[]) as tongue (language)`
    : sql`(select null) as tongue (language)`;
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  const step = branch(
    byLanguage ? { ...listing, selection: { ...selection, languages: null } } : listing,
    walk,
    walk.column ? raw('term.key') : null,
    context,
    byLanguage ? sql`and ${walk.language} = tongue.language` : sql``,
  );
  return sql`select distinct on (branch."orderKey", branch.id) branch.*
    from ${terms} cross join ${tongues} cross join lateral (${step}) branch
    order by branch."orderKey" ${direction}, branch.id ${direction} limit ${raw(String(page.size + 1))}`;
}

/** A page along one index. The limit is validated and written as a literal, so that a generic plan may know it. */
function branch(listing: Listing, walk: Walk, key: Sql | null, context: Context, also: Sql = sql``): Sql {
  const { selection, page, order } = listing;
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  const [from, place, orderKey, id] = isWalked(order)
    ? [walkedTables(walk), stepCondition(walk, key), walk.publishedAt, walk.id]
    : [sql`article`, walkedCondition(walk, key), orderColumn(listing), raw('article.id')];
  const read = isWalked(order) ? walk : unfiled(walk);
  const conditions = [place, selectArticles(selection, read, context), ...cursorConditions(listing, orderKey, id)];

  return sql`select ${articleColumns(context, listing.columns)}, ${orderKey} as "orderKey" from ${from} ${ranked(order)}
    where ${join(conditions, ' and ')} ${also}
    order by ${orderKey} ${direction}, ${id} ${direction} limit ${raw(String(page.size + 1))}`;
}

/** Whether the order is that of the indexes. */
function isWalked(order: ArticleOrder): boolean {
  return order === ArticleOrder.NEWEST || order === ArticleOrder.OLDEST;
}

function ranked(order: ArticleOrder): Sql {
  return order === ArticleOrder.RELEVANCE ? sql`join article_search search on search.article_id = article.id` : sql``;
}

function orderColumn({ order, selection }: Listing): Sql {
  // As float8, so that a cursor can carry it to the last digit.
  if (order === ArticleOrder.RELEVANCE)
    return sql`ts_rank(${WEIGHTS}, search.words, ${selection.text}::tsquery)::float8`;
  return order === ArticleOrder.RECENTLY_UPDATED ? raw('article.updated_at') : raw('article.published_at');
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
function ascends({ order, page }: Listing): boolean {
  return (order === ArticleOrder.OLDEST) !== page.backward;
}
