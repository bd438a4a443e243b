import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';

/** Statements that a connection holds prepared: PostgreSQL takes some 50 kB for the plan of each, and lists come in any number of shapes. */
const MOST = 200;

/** PostgreSQL cuts names at 63 bytes, so they are numbers; one that was forgotten gets another. */
const names = new LRUCache<string, string>({ max: MOST });
let last = 0;

/** The name that a statement is prepared by, on whatever connection. */
export function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  last += 1;
  const name = `read_${last}`;
  names.set(text, name);
  return name;
}

/** What node-postgres notes of the statements that it has prepared, by their names. */
interface Preparing {
  connection?: { parsedStatements?: Record<string, string> };
}

/** Has a connection forget what it has prepared before that becomes too much; what is asked for often is prepared again. */
export async function makeRoom(client: PoolClient, name: string): Promise<void> {
  const { connection } = client as PoolClient & Preparing;
  const parsed = connection?.parsedStatements;
  if (!connection || !parsed) throw new Error('This version of node-postgres notes its prepared statements elsewhere.');
  if (name in parsed || Object.keys(parsed).length < MOST) return;

  await client.query('deallocate all');
  connection.parsedStatements = {};
}
