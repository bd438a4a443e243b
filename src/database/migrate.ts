import type { DataSource } from 'typeorm';

/** The lock that processes starting at the same time take in turn, so that one of them migrates and the others find it done. */
const LOCK = 7_244_001;
const OLDEST_VERSION = 15;

/** Thrown when the database cannot serve: it is too old, or its tables are newer than this program. */
export class WrongDatabase extends Error {}

/** Brings the tables up to date. Gives the names of the steps it ran; none when they were. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  await checkVersion(dataSource);
  return exclusively(dataSource, async () => {
    await refuseNewerTables(dataSource);
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  });
}

/** Does something that one process only may do at a time, such as migrating or filling an empty database. */
export async function exclusively<Result>(dataSource: DataSource, work: () => Promise<Result>): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    await runner.release();
  }
}

/** Whether every step has run. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  const [row] = await dataSource.query<{ count: number }[]>('select count(*) as count from migration');
  return row?.count === dataSource.migrations.length;
}

async function checkVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>(
    `select current_setting('server_version_num') as version`,
  );
  const version = Math.floor(Number(row?.version) / 10_000);
  if (version < OLDEST_VERSION) {
    throw new WrongDatabase(`The database is PostgreSQL ${version}: the gateway needs ${OLDEST_VERSION} or newer.`);
  }
}

async function refuseNewerTables(dataSource: DataSource): Promise<void> {
  const known = new Set(dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const [table] = await dataSource.query<{ there: boolean }[]>(`select to_regclass('migration') is not null as there`);
  if (!table?.there) return;
  const rows = await dataSource.query<{ name: string }[]>('select name from migration');
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new WrongDatabase(
      `The database was migrated by a newer gateway (${unknown.join(', ')}): run that one, or another database.`,
    );
  }
}
