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
      // Compiling a statement costs more than our short ones take: where nothing is known of the tables yet, 200 ms each.
      options: `-c jit=off${plansOnce ? ' -c plan_cache_mode=force_generic_plan' : ''}`,
      ...(statementTimeoutMs > 0 ? { statement_timeout: statementTimeoutMs } : {}),
    },
  });
}
