import type { DataSource } from 'typeorm';
import { readConfig } from '../config.js';
import { createDataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open-database.js';
import { entities } from '../entities.js';
import { printNote } from './print.js';

/** Does a command's work with the database that the settings name, its tables up to date, and lets go of it at the end.
 * `migrated` names the steps that this took. */
export async function withDatabase<Result>(
  work: (dataSource: DataSource, migrated: string[]) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(readConfig(), printNote);
  try {
    const dataSource = await createDataSource({ url: database.url, entities, connections: 4 }).initialize();
    try {
      return await work(dataSource, await migrate(dataSource));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}
