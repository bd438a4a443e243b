import 'reflect-metadata';
import { createDataSource } from '../../src/database/data-source.js';

/** Fills an empty database with what every test database starts from: all tables, no rows. */
export async function buildTemplate(url: string): Promise<void> {
  const dataSource = await createDataSource({ url, entities: [] }).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}
