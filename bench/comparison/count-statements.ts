import type { Client } from 'pg';

const COUNT = `select coalesce(sum(calls), 0)::bigint as calls from pg_stat_statements
  where dbid = (select oid from pg_database where datname = current_database())
    and query not like '%pg_stat_%' and not lower(query) = any(array['begin', 'commit', 'rollback'])`;

/** How many statements the database has been asked, transactions and our own aside; 0 where PostgreSQL does not count them (pg_stat_statements). */
export async function countStatements(db: Client): Promise<number> {
  try {
    const { rows } = await db.query<{ calls: string }>(COUNT);
    return Number(rows[0]!.calls);
  } catch {
    return 0;
  }
}
