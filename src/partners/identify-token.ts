import { timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { ApiKey } from './api-key.js';
import { FeedToken } from './feed-token.js';
import { whyNotTaken } from './key-standing.js';
import { hashSecret, readKeyText } from './key-text.js';
import type { Licence } from './licence.js';
import { Partner } from './partner.js';
import { partnerReader, type Reader } from './reader.js';

/** Milliseconds between two notes of when a token was last used. */
const NOTE_EVERY = 60_000;

const NO_HASH = '0'.repeat(64);

type Held = FeedToken & { key: ApiKey; partner: Partner };

/**
 * The partner of a feed token, who may read one feed with it and do nothing else, whatever its key may. Looked up each time with its key
 * and partner, in one statement, so that a revocation of either holds on every process from its commit on. Throws a Refusal
 * (UNAUTHENTICATED) for one that is not taken: its reason is told to who knows the secret.
 */
export async function identifyToken(
  db: EntityManager,
  { feedToken, address }: { feedToken: string; address: string },
  licences: readonly Licence[],
  now: Date,
): Promise<Reader> {
  const parts = readKeyText(feedToken, 'token');
  if (!parts) throw refused('This is not a whole feed token: copy the address again, with all that follows "token=".');
  const found = await db
    .createQueryBuilder(FeedToken, 'token')
    .innerJoinAndMapOne('token.key', ApiKey, 'key', 'key.id = token.keyId')
    .innerJoinAndMapOne('token.partner', Partner, 'partner', 'partner.id = key.partnerId')
    .where('token.prefix = :prefix', { prefix: parts.prefix })
    .getOne();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mapped by the joins above
  const token = found as Held | null;
  const isRight = timingSafeEqual(Buffer.from(hashSecret(parts.secret)), Buffer.from(token?.hash ?? NO_HASH));
  if (!token || !isRight) throw refused('There is no such feed token.');
  if (token.revokedAt !== null) throw refused('This feed token is revoked.');
  const why = whyNotTaken(token.key, token.partner, address, now);
  if (why !== null) throw refused(`The key of this feed token ${why}.`);

  await noteUse(db, token, now);
  const theirs = token.key.scopes.includes('read') ? licences : [];
  return { ...partnerReader(token.partner, theirs), token };
}

function refused(reason: string): Refusal {
  return new Refusal('UNAUTHENTICATED', `${reason} Its partner can make another with createFeedToken.`);
}

/** Of requests at one time, one writes. */
async function noteUse(db: EntityManager, { id, lastUsedAt }: FeedToken, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTE_EVERY);
  if (lastUsedAt !== null && lastUsedAt > before) return;
  await db.query(
    'update feed_token set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)',
    [id, now, before],
  );
}
