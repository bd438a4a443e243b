import type { EntityManager } from 'typeorm';
import { REFERENCE_CHANNEL } from './reference-keeper.js';

/** Tells every process, once the transaction has been committed, to read topics, events, sources and languages again. */
export async function announceReference(db: EntityManager): Promise<void> {
  await db.query('select pg_notify($1, $2)', [REFERENCE_CHANNEL, '']);
}
