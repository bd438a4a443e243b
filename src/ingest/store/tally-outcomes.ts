import type { ArticleOutcome, ArticleResult } from './article-outcome.js';

/** How many items ended how. */
export interface Tally extends Record<ArticleResult, number> {
  /** The first rejected item, with the reason; null for none. */
  firstRejected: string | null;
}

export function emptyTally(): Tally {
  return { stored: 0, updated: 0, unchanged: 0, rejected: 0, firstRejected: null };
}

/** Adds outcomes to a tally. */
export function addToTally(tally: Tally, outcomes: ArticleOutcome[]): void {
  for (const { result, label, reason } of outcomes) {
    tally[result] += 1;
    if (result === 'rejected') tally.firstRejected ??= `${label}: ${reason ?? ''}`;
  }
}

/** A tally in words: "12 items: 2 stored, 1 updated, 9 unchanged". */
export function describeTally(tally: Tally): string {
  const results = ['stored', 'updated', 'unchanged', 'rejected'] as const;
  const count = results.reduce((sum, result) => sum + tally[result], 0);
  if (count === 0) return 'No items';
  const parts = results.filter(result => tally[result] > 0).map(result => `${tally[result]} ${result}`);
  const why = tally.firstRejected === null ? '' : `; the first rejected is ${tally.firstRejected}`;

  return `${count} ${count === 1 ? 'item' : 'items'}: ${parts.join(', ')}${why}`;
}
