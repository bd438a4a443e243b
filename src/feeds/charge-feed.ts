import type { Context } from '../graphql/context.js';
import type { PublishedList } from '../lists/published-list.js';

/** Points of a page of a feed, and of each article in it with its text, as for the same query (docs/costs.md). */
const POINTS = { page: 10, article: 11 };

/** What is written down for a page that was refused. */
const LEAST = 1;

/**
 * Makes a page of a feed at the cost of the partner that asks for it, by key or token. Visitors, whose copies are kept for each other,
 * are not charged. Throws a Refusal (QUOTA_EXCEEDED) before anything is read.
 *
 * @param limit Articles that the page may have.
 */
export async function chargeFeed(
  { reader, quota }: Context,
  limit: number,
  make: () => Promise<PublishedList>,
): Promise<PublishedList> {
  if (!reader.partner || !quota) return make();
  try {
    await quota.spend(pointsOf(limit));
  } catch (error) {
    await quota.settle(0);
    throw error;
  }
  let spent = LEAST;
  try {
    const list = await make();
    spent = pointsOf(list.items.length);
    return list;
  } finally {
    await quota.settle(spent);
  }
}

function pointsOf(articles: number): number {
  return POINTS.page + articles * POINTS.article;
}
