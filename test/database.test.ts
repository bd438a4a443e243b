import type { DataSource } from 'typeorm';
import { createDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, entities }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test('the migrations make the very tables that the entities describe', async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();

  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('every migration can be taken back, to an empty database, and run again', async () => {
  for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
  const left = await dataSource.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('migration', 'typeorm_metadata')`,
  );
  expect(left).toEqual([]);

  const ran = await dataSource.runMigrations();
  expect(ran).toHaveLength(dataSource.migrations.length);
});

test('short statements are not compiled, whatever the server prefers', async () => {
  expect(await dataSource.query('show jit')).toEqual([{ jit: 'off' }]);
});
