import type { ArticleRights } from '../../content/article-rights.js';
import type { IncomingArticle } from '../incoming.js';
import { cleanLine } from '../text/clean-line.js';

const MOST_TERMS = 2_000;

/** What a source says that its article allows, clean and bounded; nothing where it says nothing. */
export function statedRights({ rights = {} }: Pick<IncomingArticle, 'rights'>): { rights?: ArticleRights } {
  const { terms: words = null, ...limits } = rights;
  const terms = cleanLine(words, MOST_TERMS);
  const stated = { ...limits, ...(terms === null ? {} : { terms }) };
  return Object.keys(stated).length === 0 ? {} : { rights: stated };
}
