import sql from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { ChangeKind } from './change.js';
import { seizeLicences } from './hold-licences.js';
import { recordChanges } from './record-changes.js';
import { stateLicence } from './state-licence.js';

/** Records the licences that time has begun or ended by now, each once, whoever else does the same. Gives how many. */
export async function recordDueLicences(dataSource: DataSource, now: Date): Promise<number> {
  let recorded = 0;
  while (await dataSource.transaction(db => recordOne(db, now))) recorded += 1;
  return recorded;
}

/** The licence's row first, as those who change it lock it, and only one that nobody is about to change. */
async function recordOne(db: EntityManager, now: Date): Promise<boolean> {
  const due = await rowsOf(db, sql`select from due_licence where due_at <= ${now} limit 1`);
  if (due.length === 0) return false;
  await seizeLicences(db);
  const [licence] = await rowsOf<{ id: number }>(
    db,
    sql`select id from licence where id in (select licence_id from due_licence where due_at <= ${now})
      order by id limit 1 for no key update skip locked`,
  );
  if (!licence) return false;
  const [gone] = await rowsOf<{ id: number }>(
    db,
    sql`with gone as (delete from due_licence where licence_id = ${licence.id} and due_at <= ${now} returning licence_id as id)
      select id from gone`,
  );
  if (!gone) return false;
  const revision = await recordChanges(db, [{ kind: ChangeKind.LICENCE, referenceId: licence.id }], now);
  await stateLicence(db, licence.id, revision!, now);
  return true;
}
