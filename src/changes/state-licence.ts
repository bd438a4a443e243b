import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { awaitDelays } from './await-delays.js';

/**
 * Writes down what a licence lets readers have from a revision on, if that is another than before, and when time will next
 * change it. Call it after the revision was taken, with the row of the licence as it is from then on, or gone.
 */
export async function stateLicence(db: EntityManager, id: number, revision: number, now: Date): Promise<void> {
  await rowsOf(
    db,
    sql`with former as (
        select * from licence_state where licence_id = ${id} order by revision desc limit 1
      ), present as (
        select id as licence_id, partner_id, filter, text, media, embargo_access, delay_seconds,
          coalesce(valid_from <= ${now}, true) and coalesce(valid_until > ${now}, true) as in_force
        from licence where id = ${id}
        union all
        select licence_id, partner_id, filter, text, media, embargo_access, delay_seconds, false
        from former where not exists (select from licence where id = ${id})
      )
      insert into licence_state
      select present.licence_id, ${revision}::bigint, ${now}::timestamptz, present.partner_id, present.filter, present.text,
        present.media, present.embargo_access, present.delay_seconds, present.in_force
      from present
      where not exists (
        select from former
        where (former.partner_id, former.filter, former.text, former.media, former.embargo_access, former.delay_seconds, former.in_force)
          is not distinct from
          (present.partner_id, present.filter, present.text, present.media, present.embargo_access, present.delay_seconds, present.in_force))`,
  );
  await awaitLicence(db, id, now);
  await awaitDelays(db, { licenceId: id }, now);
}

/** Its beginning, or else its end, if that lies ahead. */
async function awaitLicence(db: EntityManager, id: number, now: Date): Promise<void> {
  await db.query('delete from due_licence where licence_id = $1', [id]);
  await rowsOf(
    db,
    sql`insert into due_licence (licence_id, due_at)
      select id, case when valid_from > ${now} then valid_from else valid_until end
      from licence where id = ${id} and (valid_from > ${now} or valid_until > ${now})`,
  );
}
