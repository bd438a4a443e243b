import type { ArticleFilter } from './article-filter.js';

/** Whether a filter selects others with every moment, such as "the last week". */
export function isMoving(filter: ArticleFilter | null | undefined): boolean {
  return filter?.published?.last != null || filter?.updated?.last != null;
}
