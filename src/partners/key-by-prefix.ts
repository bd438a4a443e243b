import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { ApiKey } from './api-key.js';

/** The key of a prefix, held until the transaction ends. Throws a Refusal (NOT_FOUND). */
export async function keyByPrefix(db: EntityManager, prefix: string): Promise<ApiKey> {
  const key = await db.findOne(ApiKey, { where: { prefix }, lock: { mode: 'pessimistic_write' } });
  if (key) return key;
  throw new Refusal(
    'NOT_FOUND',
    'There is no key of that prefix: it is what stands between the first two underscores.',
  );
}
