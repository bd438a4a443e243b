import type { EntityManager } from 'typeorm';

/*
 * An advisory lock beside those of writers of articles (ingest/store/write-locks.ts), held to the end of the transaction: after theirs,
 * before the rows of licences and partners, and before the revision. Whoever withdraws articles writes down who had them up to then; a licence
 * that is granted in the midst of it would be told by the log, and its partner not be asked to take them down.
 */

/** Lets nobody change licences, or move partners. Any number may hold it. */
export async function holdLicences(db: EntityManager): Promise<void> {
  await db.query('select pg_advisory_xact_lock_shared(3, 0)');
}

/** Lets nobody withdraw articles: a licence is about to change, or a partner to move. */
export async function seizeLicences(db: EntityManager): Promise<void> {
  await db.query('select pg_advisory_xact_lock(3, 0)');
}
