import type { Context } from '../graphql/context.js';
import type { PublishedList } from '../lists/published-list.js';

/** Points of a page of a feed, of each article in it and of its text, as for the same query (docs/costs.md). */
const POINTS = { page: 10, article: 1, text: 10 };

/** What is written down for a page that was refused. */
const LEAST = 1;

/**
 * Makes a page of a feed at the cost of the partner that asks for it, by key or token. Visitors, whose copies are kept for each other,
 * are not charged. Throws a Refusal (QUOTA_EXCEEDED) before anything is read.
 *
 * @param wanted Articles that the page may have, and whether with their texts.
 */
export async function chargeFeed(
  { reader, quota }: Context,
  { limit, texts }: { limit: number; texts: boolean },
  make: () => Promise<PublishedList>,
): Promise<PublishedList> {
  if (!reader.partner || !quota) return make();
  try {
    await quota.spend(pointsOf(limit, texts));
  } catch (error) {
    await quota.settle(0);
    throw error;
  }
  let spent = LEAST;
  try {
    const list = await make();
    spent = pointsOf(list.items.length, texts);
    return list;
  } finally {
    await quota.settle(spent);
  }
}

function pointsOf(articles: number, texts: boolean): number {
  return POINTS.page + articles * (POINTS.article + (texts ? POINTS.text : 0));
}
