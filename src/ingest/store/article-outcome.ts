/** What became of an item: every one ends as exactly one of these. */
export type ArticleResult = 'stored' | 'updated' | 'unchanged' | 'rejected';

export interface ArticleOutcome {
  /** The item's own id, else its headline or its place. */
  label: string;
  result: ArticleResult;
  /** Why it was rejected, a sentence; null otherwise. */
  reason: string | null;
  /** What was noticed on the way, a sentence each. */
  notes: string[];
}
