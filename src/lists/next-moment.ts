import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';

/** When the next embargo or article ends by itself, whoever may know of it; null where none is to. */
export async function nextMoment(db: EntityManager, now: Date): Promise<Date | null> {
  const [row] = await rowsOf<{ dueAt: Date | null }>(
    db,
    sql`select min(due_at) as "dueAt" from due_change where due_at > ${now}`,
  );
  return row?.dueAt ?? null;
}
