import type { DataSource } from 'typeorm';
import { isMigrated } from '../database/migrate.js';
import type { Readiness } from './health.routes.js';

/** Whether the gateway can answer: its database does, and all migrations have run. */
export async function readiness(dataSource: DataSource): Promise<Readiness> {
  try {
    const migrated = await isMigrated(dataSource);
    return { ready: migrated, checks: { database: 'ok', migrations: migrated ? 'ok' : 'not all have run' } };
  } catch {
    return { ready: false, checks: { database: 'does not answer', migrations: 'unknown' } };
  }
}
