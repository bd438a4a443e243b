import type { Client } from 'pg';

/**
 * Ends our own connections and then drops: "with (force)" ends every other process too, and may not where one of them is an
 * autovacuum worker, since our role is no superuser. A plain drop sends these away itself, and waits 5 s for who is leaving.
 */
export async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = current_user',
    [name],
  );
  await admin.query(`drop database if exists ${name}`);
}
