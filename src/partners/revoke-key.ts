import type { EntityManager } from 'typeorm';
import type { ApiKey } from './api-key.js';
import { keyByPrefix } from './key-by-prefix.js';

/** Once the transaction is over no process takes the key again. Revoked already, it stays so since then. Throws a Refusal (NOT_FOUND). */
export async function revokeKey(db: EntityManager, prefix: string, now: Date): Promise<ApiKey> {
  const key = await keyByPrefix(db, prefix);
  key.revokedAt ??= now;
  return db.save(key);
}
