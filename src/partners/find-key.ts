import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { shareLookups } from '../database/share-lookups.js';
import { preparedRowsOf } from '../database/sql.js';
import { ApiKey } from './api-key.js';
import { Partner } from './partner.js';

/** A key, with whose it is. */
export type HeldKey = ApiKey & { partner: Partner };

/** Finds a key by the part of it that is no secret; null where there is none. */
export type FindKey = (prefix: string) => Promise<HeldKey | null>;

/**
 * Finds keys in the database, each time anew: a revocation or suspension holds on every process from its commit on. Of requests that come
 * together one statement finds them all.
 */
export function findKeys(db: EntityManager): FindKey {
  const columns = raw([...columnsOf(db, ApiKey, 'key'), ...columnsOf(db, Partner, 'partner')].join(', '));
  const statement = (prefixes: string[]): Sql =>
    sql`select ${columns} from api_key as key join partner on partner.id = key.partner_id where key.prefix = any(${prefixes}::text[])`;

  return shareLookups(async prefixes => {
    const rows = await preparedRowsOf<Record<string, unknown>>(db, statement(prefixes));
    return new Map(rows.map(row => [row['key.prefix'] as string, heldKey(row)]));
  });
}

function columnsOf(db: EntityManager, entity: typeof ApiKey | typeof Partner, table: string): string[] {
  return db.connection
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${table}.${databaseName} as "${table}.${propertyName}"`);
}

function heldKey(row: Record<string, unknown>): HeldKey {
  const of = (table: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) =>
        name.startsWith(`${table}.`) ? [[name.slice(table.length + 1), value]] : [],
      ),
    );
  return Object.assign(new ApiKey(), of('key'), { partner: Object.assign(new Partner(), of('partner')) });
}
