import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { buildTemplate } from './build-template.js';
import { dropDatabase } from './drop-database.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MIGRATIONS = join(HERE, '../../src/database/migrations');

/** Makes the template database unless the server has one of these very migrations. Gives its name. */
export async function prepareTemplate(adminUrl: string): Promise<string> {
  const name = `nhip_cau_template_${hashOfMigrations()}`;
  const admin = new Client(adminUrl);
  await admin.connect();

  try {
    if (await isThere(admin, name)) return name;

    // Made under another name and then renamed, so that it is there whole or not at all.
    const aside = `nhip_cau_template_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${aside} template template0`);
    try {
      await buildTemplate(databaseUrl(adminUrl, aside));
      await admin.query(`alter database ${aside} rename to ${name}`);
    } catch (error) {
      await dropDatabase(admin, aside);
      if (!(await isThere(admin, name))) throw error; // Else another run was quicker.
    }
    return name;
  } finally {
    await admin.end();
  }
}

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function isThere(admin: Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

function hashOfMigrations(): string {
  const migrations = existsSync(MIGRATIONS) ? readdirSync(MIGRATIONS).toSorted() : [];
  const files = [...migrations.map(name => join(MIGRATIONS, name)), join(HERE, 'build-template.ts')];
  const hash = createHash('sha256');
  for (const file of files) hash.update(basename(file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
