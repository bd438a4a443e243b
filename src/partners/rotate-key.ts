import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { createKey, type ShownKey } from './create-key.js';
import { keyByPrefix } from './key-by-prefix.js';

/**
 * Makes a key that may do what another may, which expires after an overlap in seconds: time to change it wherever it is
 * used. The new one lives as long as the old one was made to. In a transaction. Throws a Refusal (NOT_FOUND; BAD_USER_INPUT for a key that
 * is over).
 */
export async function rotateKey(
  db: EntityManager,
  prefix: string,
  { overlapSeconds }: { overlapSeconds: number },
  now: Date,
): Promise<ShownKey> {
  const old = await keyByPrefix(db, prefix);
  if (old.revokedAt !== null || (old.expiresAt !== null && old.expiresAt <= now)) {
    throw new Refusal('BAD_USER_INPUT', 'This key is revoked or has expired: create a new one.');
  }
  const life = old.expiresAt === null ? null : old.expiresAt.getTime() - old.createdAt.getTime();
  const { partnerId, label, scopes, addressRanges } = old;
  const shown = await createKey(
    db,
    { partnerId, label, scopes, addressRanges, expiresAt: life === null ? null : new Date(now.getTime() + life) },
    now,
  );
  const overlapEnd = new Date(now.getTime() + overlapSeconds * 1000);
  if (old.expiresAt === null || overlapEnd < old.expiresAt) old.expiresAt = overlapEnd;
  await db.save(old);
  return shown;
}
