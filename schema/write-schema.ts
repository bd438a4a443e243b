import 'reflect-metadata';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath, readConfig } from '../src/config.js';
import { createDataSource } from '../src/database/data-source.js';
import { openDatabase } from '../src/database/open-database.js';
import { printApi } from './print-api.js';
import { printDatabase } from './print-database.js';

/*
 * Writes schema.graphql and database.sql, which reviewers read in every diff. The tables are made in the empty database
 * that DATABASE_URL names, else in an embedded one in a folder that is removed afterwards.
 */

const folder = await mkdtemp(join(tmpdir(), 'nhip-cau-schema-'));
await chmod(folder, 0o711); // Root's server runs as another user, who has to enter it.
try {
  await writeFile(packagePath('schema/schema.graphql'), await printApi());
  await writeFile(packagePath('schema/database.sql'), await printTables(folder));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function printTables(dataFolder: string): Promise<string> {
  const database = await openDatabase({ DATABASE_URL: readConfig().DATABASE_URL, DATA_DIR: dataFolder });
  try {
    const dataSource = await createDataSource({ url: database.url, entities: [] }).initialize();
    try {
      const tables = await dataSource.query<unknown[]>('select from pg_tables where schemaname = current_schema()');
      if (tables.length > 0) throw new Error('DATABASE_URL names a database that has tables: give an empty one.');
      await dataSource.runMigrations();
      return await printDatabase(dataSource.manager);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}
