import type { ArticleFilter } from '../content/article-filter.js';
import { Refusal } from '../refusal.js';

const SPANS = ['published', 'updated'] as const;

/** A copy of "the last week" would lose articles by nothing but time, of which no change could tell: refuses such filters with BAD_USER_INPUT. */
export function refuseMovingSpans(filter: ArticleFilter | null | undefined): void {
  for (const name of SPANS) {
    if (filter?.[name]?.last == null) continue;
    const message = `filter.${name}.last moves with time, and a copy cannot: give filter.${name}.from, and delete what is too old for you yourself.`;
    throw new Refusal('BAD_USER_INPUT', message, { argument: `filter.${name}.last` });
  }
}

/** What such a licence lets somebody have, changes could not tell either: refuses it, unless its filter stays as it is. */
export function refuseMovingLicence({ filter }: { filter?: ArticleFilter }): void {
  for (const name of SPANS) {
    if (filter?.[name]?.last == null) continue;
    const message = `A licence cannot have filter.${name}.last, which moves with time: give filter.${name}.from for what is new from a day on, or "delay" for what is old enough.`;
    throw new Refusal('BAD_USER_INPUT', message, { argument: `filter.${name}.last` });
  }
}
