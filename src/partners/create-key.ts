import ipaddr from 'ipaddr.js';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { ApiKey } from './api-key.js';
import { drawKey, hashSecret } from './key-text.js';

/** What a key is made for. */
export type NewKey = Pick<ApiKey, 'partnerId' | 'label' | 'scopes'> &
  Partial<Pick<ApiKey, 'expiresAt' | 'addressRanges'>>;

/** A key as it is shown, once, and what is kept of it. */
export interface ShownKey {
  /** What its holder sends. It is not stored: whoever loses it rotates the key. */
  text: string;
  key: ApiKey;
}

/** Makes a key for a partner. Throws a Refusal (BAD_USER_INPUT) for no scope, an end that is over, or an address range that is none. */
export async function createKey(db: EntityManager, wanted: NewKey, now: Date): Promise<ShownKey> {
  const { partnerId, label, scopes, expiresAt = null, addressRanges = [] } = wanted;
  if (scopes.length === 0)
    throw new Refusal('BAD_USER_INPUT', 'A key without a scope is good for nothing: give it one.');
  if (expiresAt !== null && expiresAt <= now)
    throw new Refusal('BAD_USER_INPUT', 'The key would have expired already.');
  for (const range of addressRanges) {
    if (!ipaddr.isValidCIDR(range)) {
      throw new Refusal(
        'BAD_USER_INPUT',
        `"${range}" is not a range of addresses, such as 203.0.113.0/24 or 2001:db8::/32.`,
      );
    }
  }
  const { prefix, secret, text } = drawKey();
  const key = db.create(ApiKey, {
    partnerId,
    prefix,
    hash: hashSecret(secret),
    scopes: [...new Set(scopes)],
    label,
    createdAt: now,
    expiresAt,
    revokedAt: null,
    lastUsedAt: null,
    addressRanges,
  });
  return { text, key: await db.save(key) };
}
