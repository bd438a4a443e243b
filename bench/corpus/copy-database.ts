import { Client, escapeIdentifier } from 'pg';

/** Makes a database anew as a copy of another on the same server, to which nobody may be connected; gives its address. */
export async function createCopy(of: string, name: string): Promise<string> {
  const from = new URL(of);
  const template = decodeURIComponent(from.pathname.slice(1));
  const db = new Client({ connectionString: at(from, 'postgres') });
  await db.connect();
  try {
    await db.query(`drop database if exists ${escapeIdentifier(name)}`);
    await db.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} strategy file_copy`,
    );
  } finally {
    await db.end();
  }
  return at(from, name);
}

function at(url: URL, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
