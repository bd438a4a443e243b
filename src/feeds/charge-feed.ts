import type { Context } from '../graphql/context.js';

/** Points of a page of a feed, of each article in it and of its text, as for the same query (docs/costs.md). */
const POINTS = { page: 10, article: 1, text: 10 };

/** What is written down for a page that was refused. */
const LEAST = 1;

/** Points of a page with so many articles, with their texts or without. */
export function feedPoints(articles: number, texts: boolean): number {
  return POINTS.page + articles * (POINTS.article + (texts ? POINTS.text : 0));
}

/**
 * Makes a page of a feed, or takes one from memory, at the cost of the partner that asks for it, by key or token. Visitors, whose copies are
 * kept for each other, are not charged. Throws a Refusal (QUOTA_EXCEEDED) before anything is read.
 *
 * @param most Points that the page may cost.
 * @param pointsOf Points that it has cost.
 */
export async function chargeFeed<Made>(
  { reader, quota }: Context,
  most: number,
  make: () => Promise<Made>,
  pointsOf: (made: Made) => number,
): Promise<Made> {
  if (!reader.partner || !quota) return make();
  try {
    await quota.spend(most);
  } catch (error) {
    await quota.settle(0);
    throw error;
  }
  let spent = LEAST;
  try {
    const made = await make();
    spent = pointsOf(made);
    return made;
  } finally {
    await quota.settle(spent);
  }
}
