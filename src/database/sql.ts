import type { PoolClient } from 'pg';
import type { Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { isoTime } from '../iso-time.js';
import { makeRoom, nameOf } from './prepared-statements.js';

/** A statement as it is sent: `$1` in its text is the first of its values. */
export type Statement = Pick<Sql, 'text' | 'values'>;

/** One that can be made part of another: its text is in pieces too, between its values. */
export type Part = Pick<Sql, 'text' | 'values' | 'strings'>;

/** Runs one statement put together with the `sql` tag, and gives its rows as plain objects. */
export async function rowsOf<Row>(db: EntityManager, statement: Statement): Promise<Row[]> {
  return db.query<Row[]>(statement.text, statement.values);
}

/**
 * The same for reads that are made again and again: outside of a transaction they go to node-postgres directly, and are parsed and
 * planned once a connection. Not for statements whose plan should follow their values, such as words to search for.
 */
export async function preparedRowsOf<Row>(db: EntityManager, statement: Statement): Promise<Row[]> {
  const { driver, logger } = db.connection;
  const pool = (driver as { master?: { connect: () => Promise<PoolClient> } }).master;
  if (db.queryRunner || !pool) return rowsOf(db, statement);

  const { text, values } = statement;
  const client = await pool.connect();
  try {
    logger.logQuery(text, values);
    const name = nameOf(text);
    await makeRoom(client, name);
    return (await client.query({ name, text, values: values.map(asSent) })).rows as Row[];
  } finally {
    client.release(); // The pool sees by itself whether the connection is broken.
  }
}

/** Milliseconds of the first and the last year of four digits: PostgreSQL reads others otherwise. */
const YEARS = { first: -62_135_596_800_000, last: 253_402_300_799_999 };

/** node-postgres writes times in the zone of this machine, digit by digit, which takes five times as long. */
function asSent(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  const ms = value.getTime();
  return ms >= YEARS.first && ms <= YEARS.last ? isoTime(value) : value;
}
