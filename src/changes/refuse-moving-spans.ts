import type { ArticleFilter } from '../content/article-filter.js';
import { Refusal } from '../refusal.js';

/** A copy of "the last week" would lose articles by nothing but time, of which no change could tell: refuses such filters with BAD_USER_INPUT. */
export function refuseMovingSpans(filter: ArticleFilter | null | undefined): void {
  for (const name of ['published', 'updated'] as const) {
    if (filter?.[name]?.last == null) continue;
    const message = `filter.${name}.last moves with time, and a copy cannot: give filter.${name}.from, and delete what is too old for you yourself.`;
    throw new Refusal('BAD_USER_INPUT', message, { argument: `filter.${name}.last` });
  }
}
