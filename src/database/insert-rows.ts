import type { EntityManager } from 'typeorm';

/**
 * Inserts rows, which all have the same columns, in one statement with one parameter: PostgreSQL's 65,535 parameters would end
 * a batch of a few thousand rows. Names are ours, never input.
 */
export async function insertRows(
  db: EntityManager,
  table: string,
  rows: Record<string, unknown>[],
  conflict = '',
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await db.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json) ${conflict}`,
    [JSON.stringify(rows)],
  );
}
