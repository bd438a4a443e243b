import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { shareReads } from '../database/share-reads.js';
import { preparedRowsOf } from '../database/sql.js';
import { ApiKey } from './api-key.js';
import { Partner } from './partner.js';

/** A key, with whose it is. */
export type HeldKey = ApiKey & { partner: Partner };

/** Finds a key by the part of it that is no secret; null where there is none. */
export type FindKey = (prefix: string) => Promise<HeldKey | null> | HeldKey | null;

/**
 * Finds keys in the database, each time anew: a revocation or suspension holds on every process from its commit on. Of requests that come
 * together one statement finds them all.
 */
export function findKeys(db: EntityManager): FindKey {
  const { columns, keysIn } = readKeys(db);
  const statement = (prefixes: string[]): Sql => sql`select ${columns} from ${heldKeys(prefixes)}`;
  const find = shareReads(async (prefixes: string[]) => keysIn(await preparedRowsOf(db, statement(prefixes))));
  return async prefix => (await find(prefix)).get(prefix) ?? null;
}

/** The tables that keys with these prefixes stand in, for whoever reads them beside something else. */
export function heldKeys(prefixes: string[]): Sql {
  return sql`(select * from api_key where prefix = any(${prefixes}::text[])) as key join partner on partner.id = key.partner_id`;
}

/** How keys are read: the columns of those tables, and the keys in rows of them, by their prefixes. */
export function readKeys(db: EntityManager): {
  columns: Sql;
  keysIn: (rows: Record<string, unknown>[]) => Map<string, HeldKey>;
} {
  const [ofKey, ofPartner] = [columnsOf(db, ApiKey, 'key'), columnsOf(db, Partner, 'partner')];
  return {
    columns: raw([...ofKey, ...ofPartner].map(({ place, name }) => `${place} as "${name}"`).join(', ')),
    keysIn: rows =>
      new Map(
        rows
          .filter(row => row['key.prefix'] !== null)
          .map(row => {
            const key = fill(new ApiKey(), ofKey, row);
            return [key.prefix, Object.assign(key, { partner: fill(new Partner(), ofPartner, row) })];
          }),
      ),
  };
}

function fill<Entity extends object>(entity: Entity, columns: Column[], row: Record<string, unknown>): Entity {
  for (const { name, property } of columns) Reflect.set(entity, property, row[name]);
  return entity;
}

interface Column {
  place: string;
  name: string;
  property: string;
}

function columnsOf(db: EntityManager, entity: typeof ApiKey | typeof Partner, table: string): Column[] {
  return db.connection.getMetadata(entity).columns.map(({ databaseName, propertyName }) => ({
    place: `${table}.${databaseName}`,
    name: `${table}.${propertyName}`,
    property: propertyName,
  }));
}
