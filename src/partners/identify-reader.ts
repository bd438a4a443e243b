import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import type { ApiKey } from './api-key.js';
import type { FindKey, HeldKey } from './find-key.js';
import { identifyToken } from './identify-token.js';
import { whyNotTaken } from './key-standing.js';
import type { Licence } from './licence.js';
import { type Reader, visitorReader } from './reader.js';
import { keyRefused, type SentKey } from './sent-key.js';

/** A request, as far as it tells who is asking. */
export interface Caller {
  /** The key that it brings; null without one. */
  sent: SentKey | null;
  /** The address it comes from (IPv4 or IPv6). */
  address: string;
  /** The feed token in its address; null or left out where it may bring none. */
  feedToken?: string | null;
}

/** Milliseconds between two notes of when a key was last used. */
const NOTE_EVERY = 60_000;

const NO_HASH = '0'.repeat(64);

/**
 * Who is asking: a visitor, if the request brings no key and no feed token, else the partner of either. The key is looked up in the database
 * each time, by its unique prefix, so that a revocation or suspension holds on every process from its commit on. Throws a
 * Refusal (UNAUTHENTICATED) for a key that is not taken, whoever asks with it: its reason is told to who knows the secret.
 */
export async function identifyReader(
  { db, findKey }: { db: EntityManager; findKey: FindKey },
  { sent, address, feedToken = null }: Caller,
  licences: readonly Licence[],
  now: Date,
): Promise<Reader> {
  if (feedToken !== null) {
    if (sent === null) return identifyToken(db, { feedToken, address }, licences, now);
    throw new Refusal('UNAUTHENTICATED', 'The request brings a key and a feed token: send one of them.');
  }
  if (sent === null) return visitorReader(licences);

  const key = await findKey(sent.prefix);
  const reader = readerOfKey(key, sent, address, licences, now);
  if (isToBeNoted(reader.key, now)) await noteUse(db, reader.key, now);
  return reader;
}

/** Who holds a key that has been looked up. Throws a Refusal (UNAUTHENTICATED) for one that is not taken. */
function readerOfKey(
  key: HeldKey | null,
  sent: SentKey,
  address: string,
  licences: readonly Licence[],
  now: Date,
): Reader & { key: ApiKey } {
  const isRight = timingSafeEqual(Buffer.from(sent.hash), Buffer.from(key?.hash ?? NO_HASH));
  if (!key || !isRight) throw keyRefused('There is no such key.');
  const { partner } = key;
  const why = whyNotTaken(key, partner, address, now);
  if (why !== null) throw keyRefused(`This key ${why}.`);
  const before = readers.get(key);
  if (before?.licences === licences) return before.reader;

  const isTheirs = ({ partnerId }: Licence): boolean => partnerId === null || partnerId === partner.id;
  const scopes = new Set(key.scopes);
  const reader = { partner, key, scopes, licences: scopes.has('read') ? licences.filter(isTheirs) : [] };
  readers.set(key, { licences, reader });
  return reader;
}

/** Requests that come together with one key are of one reader: the key is read for all of them at once (answers/fence.ts). */
const readers = new WeakMap<HeldKey, { licences: readonly Licence[]; reader: Reader & { key: ApiKey } }>();

function isToBeNoted({ lastUsedAt }: ApiKey, now: Date): boolean {
  return lastUsedAt === null || lastUsedAt.getTime() <= now.getTime() - NOTE_EVERY;
}

/** Of requests at one time, one writes. */
async function noteUse(db: EntityManager, { id }: ApiKey, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTE_EVERY);
  await db.query(
    'update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)',
    [id, now, before],
  );
}
