import sql, { type Sql } from 'sql-template-tag';
import type { Reader } from '../partners/reader.js';

/**
 * The gate: the condition under which a reader may take the row called `article` at a moment. Every statement that reads
 * articles starts here, so that no list, count, facet or search can tell of an article that the reader must not know of.
 */
export function entitledArticles(_reader: Reader, at: Date): Sql {
  return sql`article.status <> 'withdrawn'
    and (article.embargoed_until is null or article.embargoed_until <= ${at})
    and (article.expires_at is null or article.expires_at > ${at})`;
}
