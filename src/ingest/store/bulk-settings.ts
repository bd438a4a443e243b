import type { EntityManager } from 'typeorm';

/**
 * New words wait in a list before they are sorted into their index (GIN's fast update): 4 MB of them by default, a thousand
 * articles. Sorting in 64 MB at once, with the memory to do so, took an eighth of the time (docs/decisions/0006-bulk-ingest.md).
 */
const WAITING_KB = '65536';

/** For the current transaction: lets many articles' words wait together. Follow the last one with finishBulk. */
export async function prepareForBulk(db: EntityManager): Promise<void> {
  await db.query(`select set_config('gin_pending_list_limit', $1, true), set_config('work_mem', $1, true)`, [
    WAITING_KB,
  ]);
}

/** Sorts in what waits: until then every search would read it through. */
export async function finishBulk(db: EntityManager): Promise<void> {
  await db.query(`select gin_clean_pending_list('article_search_words_idx')`);
}
