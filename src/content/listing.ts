import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '../graphql/page.js';
import type { ArticleColumn } from './article-row.js';
import type { ArticleOrder } from './article-filter.js';
import type { RememberedStatement } from './remembered-statement.js';
import type { Selection } from './selection.js';

/** Whose articles a list holds, when it hangs on a topic, an event or a source. */
export interface Within {
  kind: 'topic' | 'event' | 'source';
  id: number;
}

/** One page of a list of articles: everything that the statement for it is made from. */
export interface Listing {
  within: Within | null;
  selection: Selection;
  order: ArticleOrder;
  page: Page;
  /** What is read of each article beside its id; everything, when left out. */
  columns?: readonly ArticleColumn[] | null;
  /** The statement for its page, where the same list may be asked for again. */
  remembered?: RememberedStatement;
}

/**
 * One statement for listings of one shape: what `each` selects, once for each of them, with its place from 1. `each` is given
 * what the key of the topic, event or source is called, or null where the listing hangs on none.
 */
export function selectForEach(group: Listing[], each: (key: Sql | null) => Sql): Sql {
  if (!group[0]?.within) return sql`select 1 as place, found.* from (${each(null)}) found`;

  return sql`select wanted.place::int as place, found.*
    from unnest(${group.map(({ within }) => within?.id)}::bigint[]) with ordinality as wanted (key, place)
    cross join lateral (${each(raw('wanted.key'))}) found`;
}

/** Listings that differ only in whose articles they hold, so that one statement serves them; each with its place. */
export function groupListings(listings: readonly Listing[]): { places: number[]; listings: Listing[] }[] {
  const [first] = listings;
  if (first && listings.every(listing => listing === first || isOfShape(listing, first))) {
    return [{ places: [...listings.keys()], listings: [...listings] }];
  }
  const groups = new Map<string, { places: number[]; listings: Listing[] }>();

  listings.forEach((listing, place) => {
    const { within, selection, order, page, columns } = listing;
    const name = JSON.stringify([within?.kind ?? place, selection, order, page, columns]);
    const group = groups.get(name) ?? { places: [], listings: [] };
    group.places.push(place);
    group.listings.push(listing);
    groups.set(name, group);
  });
  return [...groups.values()];
}

/** Whether two listings were read from the same arguments of the same field, and hang on two of the same kind. */
function isOfShape(one: Listing, other: Listing): boolean {
  return (
    one.within !== null &&
    one.within.kind === other.within?.kind &&
    one.selection === other.selection &&
    one.order === other.order &&
    one.page === other.page &&
    one.columns === other.columns
  );
}
