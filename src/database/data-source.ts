import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import { PostgresNames } from './postgres-names.js';
import { postgresValues } from './postgres-values.js';
import { migrations } from './migrations.js';

export interface DataSourceSettings {
  url: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  /** Most connections of this process. */
  connections?: number;
  /** Most milliseconds for one statement; 0 for no limit. */
  statementTimeoutMs?: number;
  /** Whether prepared statements are planned once for all values: where one is run for every request, planning takes most of it. */
  plansOnce?: boolean;
  /** Hears of every statement: how tests count them. */
  logger?: Logger;
}

/** The database as this process sees it; not connected yet. It never alters tables by itself: migrations do. */
export function createDataSource({
  url,
  entities,
  connections = 10,
  statementTimeoutMs = 0,
  plansOnce = false,
  logger,
}: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    // A step that builds an index concurrently cannot run inside a transaction, so each step says for itself.
    migrationsTransactionMode: 'each',
    namingStrategy: new PostgresNames(),
    synchronize: false,
    poolSize: connections,
    connectTimeoutMS: 5_000,
    applicationName: 'nhip-cau',
    ...(logger ? { logging: ['query'], logger } : { logging: false }),
    extra: {
      types: postgresValues,
      keepAlive: true,
      options: settings(plansOnce),
      ...(statementTimeoutMs > 0 ? { statement_timeout: statementTimeoutMs } : {}),
    },
  });
}

/**
 * How PostgreSQL plans for us. Compiling a statement costs more than our short ones take: where nothing is known of the tables yet, 200 ms
 * each. To keep the articles of a page for a second look (Memoize) takes a third of the page, and none is looked at twice: PostgreSQL thinks
 * so since it takes the articles of an index table for fewer than they are.
 */
function settings(plansOnce: boolean): string {
  const off = ['jit=off', 'enable_memoize=off'];
  return [...off, ...(plansOnce ? ['plan_cache_mode=force_generic_plan'] : [])].map(each => `-c ${each}`).join(' ');
}
