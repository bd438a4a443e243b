import sql, { raw, type Sql } from 'sql-template-tag';
import { gatheredRowsOf } from '../database/gather-statements.js';
import { preparedRowsOf, rowsOf, type Part } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import type { ArticleRow } from './article-row.js';
import { groupListings, type Listing, selectForEach } from './listing.js';
import type { Selection } from './selection.js';
import { ascends, branch, isWalked, orderColumn } from './page-branch.js';
import { walkOf } from './walk.js';

/** An article in a page, with what the page is ordered by, unless that is when it was published. */
export type PagedArticle = ArticleRow & { orderKey?: Date | number };

/** What a page is ordered by: milliseconds since 1970, or a rank. */
export function orderKeyOf({ orderKey, publishedAt }: PagedArticle): number {
  return Number(orderKey ?? publishedAt);
}

/** One page: its articles in the order of the list, and whether one more was found beyond it. */
export interface ArticlePage {
  articles: PagedArticle[];
  more: boolean;
}

/** The most index scans that one page is merged from; a selection of more terms and languages than this checks languages by row. */
const MOST_BRANCHES = 60;

/** The page of each listing; listings of one shape take one statement together, however many they are. */
export async function pageOfArticles(listings: readonly Listing[], context: Context): Promise<ArticlePage[]> {
  const pages = listings.map((): ArticlePage => ({ articles: [], more: false }));

  for (const { places, listings: group } of groupListings(listings)) {
    const { page, selection } = group[0]!;
    const read = readerFor(selection);
    const rows = await read<PagedArticle & { place?: number }>(context.db, pageStatement(group, context));
    for (const row of rows) pages[places[(row.place ?? 1) - 1]!]!.articles.push(row);

    for (const found of places.map(place => pages[place]!)) {
      found.more = found.articles.length > page.size;
      found.articles = found.articles.slice(0, page.size);
      if (page.backward) found.articles.reverse();
    }
  }
  return pages;
}

/** Words to search for decide which index is worth reading; and what must look at many articles for a page is waited for by nobody else. */
function readerFor({ text, topics, events, countries, sources, mediaKinds }: Selection): typeof gatheredRowsOf {
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
function pageStatement(group: Listing[], context: Context): Part {
  const listing = group[0]!;
  const { within, remembered } = listing;
  // Each alone: what hangs on nothing is not grouped.
  if (!within) {
    const make = (now: Date): Sql => mergedPage(listing, null, { ...context, now });
    return remembered ? remembered.find(context, make) : make(context.now);
  }

  const pages = selectForEach(group, key => mergedPage(listing, key, context));
  const direction = raw(ascends(listing) ? 'asc' : 'desc');
  return sql`${pages} order by wanted.place, found.${orderColumn(listing)} ${direction}, found.id ${direction}`;
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
    byLanguage ? ({ language }) => sql`and ${language} = tongue.language` : undefined,
  );
  const column = orderColumn(listing);
  return sql`select distinct on (branch.${column}, branch.id) branch.*
    from ${terms} cross join ${tongues} cross join lateral (${step}) branch
    order by branch.${column} ${direction}, branch.id ${direction} limit ${raw(String(page.size + 1))}`;
}
