import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ArticleStatus } from '../../content/article.js';
import { rowsOf } from '../../database/sql.js';
import { globalId } from '../../graphql/global-id.js';
import { Refusal } from '../../refusal.js';
import { holdSourceOf } from './write-locks.js';

/** An article that the desk is about to change, which nobody else changes until the transaction is over. */
export interface DeskArticle {
  id: number;
  sourceId: number;
  version: number;
  status: ArticleStatus;
  embargoedUntil: string | null;
  expiresAt: string | null;
}

/**
 * Locks an article as storing does: its source first, so that what a source sends meanwhile waits, and the tree of topics. Refuses
 * with NOT_FOUND what is not there, and with CONFLICT an article that has another version than expected (null: whichever it has).
 */
export async function holdArticle(db: EntityManager, id: number, expectedVersion: number | null): Promise<DeskArticle> {
  await holdSourceOf(db, id);
  const [article] = await rowsOf<DeskArticle>(
    db,
    sql`select id, source_id as "sourceId", version, status, to_json(embargoed_until) #>> '{}' as "embargoedUntil",
        to_json(expires_at) #>> '{}' as "expiresAt"
      from article where id = ${id} for no key update`,
  );
  if (!article) throw new Refusal('NOT_FOUND', `There is no article ${globalId('Article', id)}.`);
  const { version } = article;
  if (expectedVersion === null || expectedVersion === version) return article;
  const message = `The article has version ${version} by now, not ${expectedVersion}: look at it, and decide again.`;
  throw new Refusal('CONFLICT', message, { argument: 'expectedVersion', version });
}
