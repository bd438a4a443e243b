import { createHash, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Client } from 'pg';
import { isAlive } from '../../src/database/is-alive.js';
import { dropDatabase } from './drop-database.js';
import { databaseUrl } from './template.js';

/** A database of one test file's own. */
export interface TestDatabase {
  url: string;
  /** Removes it, ending what is still connected. */
  drop(): Promise<void>;
}

/** Names say whose they are, so that what a killed run left on a server that stays can be told. */
const OURS = `nhip_cau_test_${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}_`;

/** Makes a database like the template in some 20 ms. Without an argument it is the migrated one of this run. */
export async function createTestDatabase(template: string = given('TEST_TEMPLATE')): Promise<TestDatabase> {
  const name = `${OURS}${process.pid}_${randomUUID().slice(0, 8)}`;
  await asAdmin(admin => admin.query(`create database ${name} template ${template} strategy file_copy`));

  return {
    url: databaseUrl(given('TEST_DATABASE_URL'), name),
    drop: () => asAdmin(admin => dropDatabase(admin, name)),
  };
}

/** Removes the databases of runs on this machine that were killed. */
export async function dropLeftoverDatabases(): Promise<void> {
  await asAdmin(async admin => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [OURS],
    );
    for (const { name } of rows) {
      const owner = Number.parseInt(name.slice(OURS.length), 10);
      if (!isAlive(owner)) await dropDatabase(admin, name);
    }
  });
}

async function asAdmin<Result>(work: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client(given('TEST_DATABASE_URL'));
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is set by test/support/global-setup.mjs: run the tests with "npm test".`);
  return value;
}
