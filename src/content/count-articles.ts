import sql, { type Sql } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { groupListings, type Listing, selectForEach } from './listing.js';
import { selectArticles } from './select-articles.js';
import { unfiled, walkedCondition, walkOf } from './walk.js';

/** How many articles each listing has on all its pages; listings of one shape take one statement together. */
export async function countOfArticles(listings: readonly Listing[], context: Context): Promise<number[]> {
  const counts = listings.map(() => 0);

  for (const { places, listings: group } of groupListings(listings)) {
    const counted = (key: Sql | null): Sql =>
      sql`select count(*) as count from ${matchedArticles(group[0]!, key, context)}`;
    const rows = await rowsOf<{ place: number; count: number }>(context.db, selectForEach(group, counted));
    for (const { place, count } of rows) counts[places[place - 1]!] = count;
  }
  return counts;
}

/** The articles of a listing, in no order and on no page: what follows "from". */
export function matchedArticles(listing: Listing, key: Sql | null, context: Context): Sql {
  const walk = walkOf(listing);
  return sql`article where ${selectArticles(listing.selection, unfiled(walk), context)} and ${walkedCondition(walk, key)}`;
}
