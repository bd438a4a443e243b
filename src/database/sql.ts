import type { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

/** Runs one statement put together with the `sql` tag, and gives its rows as plain objects. */
export async function rowsOf<Row>(db: EntityManager, statement: Sql): Promise<Row[]> {
  return db.query<Row[]>(statement.text, statement.values);
}
