import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { ApiKey } from './api-key.js';
import { FeedToken } from './feed-token.js';

/**
 * Once the transaction is over no process takes the token again. Revoked already, it stays so since then. Throws a Refusal (NOT_FOUND),
 * also for one that is not of the partner, where one is named.
 */
export async function revokeFeedToken(
  db: EntityManager,
  { prefix, partnerId }: { prefix: string; partnerId: number | null },
  now: Date,
): Promise<FeedToken> {
  const token = await db.findOne(FeedToken, { where: { prefix }, lock: { mode: 'pessimistic_write' } });
  const key = token ? await db.findOneByOrFail(ApiKey, { id: token.keyId }) : null;
  if (!token || !key || (partnerId !== null && key.partnerId !== partnerId)) {
    const message = 'There is no feed token of that prefix: it is what stands between the first two underscores.';
    throw new Refusal('NOT_FOUND', message);
  }
  token.revokedAt ??= now;
  return db.save(token);
}
