import type { Client } from 'pg';

/** Makes again what was dropped, telling what is at work. */
export type Restore = (say: (what: string) => void) => Promise<void>;

/** Drops the constraints and indexes of tables, so that rows go in without them; gives what makes them again as they were. */
export async function dropIndexes(db: Client, tables: string[]): Promise<Restore> {
  const constraints = await db.query<{ table: string; name: string; kind: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, contype as kind, pg_get_constraintdef(oid) as definition
      from pg_constraint
      where contype in ('f', 'p', 'u') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
      order by contype = 'f', conname`,
    [tables],
  );
  // References first: a primary key cannot go while something refers to it.
  for (const { table, name } of constraints.rows.toReversed()) {
    await db.query(`alter table ${table} drop constraint ${name}`);
  }
  const indexes = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
      from pg_index where indrelid = any($1::regclass[]) order by 1`,
    [tables],
  );
  for (const { name } of indexes.rows) await db.query(`drop index ${name}`);

  return async say => {
    for (const { name, definition } of indexes.rows) {
      say(`index ${name}`);
      await db.query(definition);
    }
    for (const { table, name, kind, definition } of constraints.rows) {
      say(`constraint ${name}`);
      // Rows were copied with what they refer to: looking again would read everything once more.
      await db.query(`alter table ${table} add constraint ${name} ${definition} ${kind === 'f' ? 'not valid' : ''}`);
    }
  };
}
