import type { EntityManager } from 'typeorm';

/*
 * Advisory locks, to be taken before any row and before the revision, and held to the end of the transaction. (1, n): the articles
 * of source n have one writer at a time. (2, 0): the tree of topics. Whoever writes articles files them under every topic above, and would
 * do so by a tree that is no more: any number of writers share it, and whoever moves topics has it alone.
 */
const HOLD_TREE = 'pg_advisory_xact_lock_shared(2, 0)';

/** Lets nobody else write articles of a source, and no topic move. */
export async function holdSource(db: EntityManager, sourceId: number): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(1, $1::int), ${HOLD_TREE}`, [sourceId]);
}

/** The same for the source of an article. */
export async function holdSourceOf(db: EntityManager, articleId: number): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(1, source_id::int), ${HOLD_TREE} from article where id = $1`, [
    articleId,
  ]);
}

/** Lets nobody write articles: topics are about to move. */
export async function seizeTree(db: EntityManager): Promise<void> {
  await db.query('select pg_advisory_xact_lock(2, 0)');
}
