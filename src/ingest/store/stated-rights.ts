import type { ArticleRights } from '../../content/article-rights.js';
import type { IncomingArticle } from '../incoming.js';
import { cleanLine } from '../text/clean-line.js';

const MOST_TERMS = 2_000;

/** What a source says that its article allows, clean and bounded; nothing where it says nothing. */
export function statedRights({ rights }: Pick<IncomingArticle, 'rights'>): { rights?: ArticleRights } {
  const { territories } = rights ?? {};
  const terms = cleanLine(rights?.terms ?? null, MOST_TERMS);
  if (!territories && terms === null) return {};
  return { rights: { ...(territories ? { territories } : {}), ...(terms === null ? {} : { terms }) } };
}
