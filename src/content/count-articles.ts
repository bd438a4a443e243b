import sql, { raw, type Sql } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { groupListings, type Listing } from './listing.js';
import { selectArticles } from './select-articles.js';
import { walkedCondition, walkOf } from './walk.js';

/** How many articles each listing has on all its pages; listings of one shape take one statement together. */
export async function countOfArticles(listings: readonly Listing[], context: Context): Promise<number[]> {
  const counts = listings.map(() => 0);

  for (const { places, listings: group } of groupListings(listings)) {
    const rows = await rowsOf<{ place: number; count: number }>(context.db, countStatement(group, context));
    for (const { place, count } of rows) counts[places[place - 1]!] = count;
  }
  return counts;
}

function countStatement(group: Listing[], context: Context): Sql {
  const listing = group[0]!;
  if (!listing.within) return sql`select 1 as place, count(*) as count from ${matchedArticles(listing, null, context)}`;

  return sql`select wanted.place::int as place, counted.count
    from unnest(${group.map(({ within }) => within?.id)}::bigint[]) with ordinality as wanted (key, place)
    cross join lateral (select count(*) as count from ${matchedArticles(listing, raw('wanted.key'), context)}) counted`;
}

/** The articles of a listing, in no order and on no page: what follows "from". */
export function matchedArticles(listing: Listing, key: Sql | null, context: Context): Sql {
  const walk = walkOf(listing);
  const plain = { ...walk, publishedAt: raw('article.published_at'), language: raw('article.language') };
  return sql`article where ${selectArticles(listing.selection, plain, context)} and ${walkedCondition(walk, key)}`;
}
