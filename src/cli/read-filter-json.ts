import { InvalidArgumentError } from 'commander';
import type { ArticleFilter } from '../content/article-filter.js';

/** The JSON of an ArticleFilter as it is typed; what it holds is checked where it is stored. */
export function readFilterJson(text: string): ArticleFilter {
  try {
    return JSON.parse(text) as ArticleFilter;
  } catch {
    throw new InvalidArgumentError('It is not JSON.');
  }
}
