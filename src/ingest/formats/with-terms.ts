import type { ArticleRights } from '../../content/article-rights.js';
import type { IncomingArticle } from '../incoming.js';

/** What a source says that an item allows, and what was noticed about it. */
export interface StatedRights {
  rights: ArticleRights;
  notes: string[];
}

/** The same with the terms of use in their words ('' for none), as members of an incoming article: no rights where nothing is said. */
export function withTerms(terms: string, { rights, notes }: StatedRights): Pick<IncomingArticle, 'rights' | 'notes'> {
  const stated = { ...rights, ...(terms === '' ? {} : { terms }) };
  return { ...(Object.keys(stated).length === 0 ? {} : { rights: stated }), notes };
}
