import type { Client } from 'pg';

/** The database of the gateway and the role that owns it. */
export const DATABASE = 'nhip_cau';

/** Any number that nothing else locks in the database "postgres". */
const BEING_MADE = 20_180_002;

/**
 * Makes the gateway's database where there is none yet. Its owner is no superuser: a statement that was smuggled in
 * can neither read files nor start programs. It may make databases (tests do) and the trusted extensions (pg_trgm, unaccent, …).
 */
export async function ensureDatabase(superuser: Client, password: string): Promise<void> {
  if (await isThere(superuser)) return;

  await superuser.query('select pg_advisory_lock($1)', [BEING_MADE]);
  try {
    if (await isThere(superuser)) return;
    const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [DATABASE]);
    // It may have been left by an attempt that was interrupted. The password is base64url and needs no escaping.
    await superuser.query(
      `${rowCount === 1 ? 'alter' : 'create'} role ${DATABASE} login createdb password '${password}'`,
    );
    await superuser.query(`create database ${DATABASE} owner ${DATABASE}`);
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [BEING_MADE]);
  }
}

async function isThere(superuser: Client): Promise<boolean> {
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [DATABASE]);
  return rowCount === 1;
}
