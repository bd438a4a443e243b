import { IsNull, type EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { FeedToken } from './feed-token.js';
import { drawKey, hashSecret } from './key-text.js';

/** What a token is made for: a saved feed, or a selection in its canonical form. */
export type NewFeedToken = Pick<FeedToken, 'keyId' | 'label' | 'feedId' | 'filter'>;

/** A token as it is shown, once, and what is kept of it. */
export interface ShownFeedToken {
  text: string;
  token: FeedToken;
}

/** Tokens of one key that are not revoked. */
const MOST_TOKENS = 100;

const LONGEST_LABEL = 200;

/** Makes a feed token for a key. In a transaction. Throws a Refusal (BAD_USER_INPUT) for one too many, and a label that is none or too long. */
export async function createFeedToken(db: EntityManager, wanted: NewFeedToken, now: Date): Promise<ShownFeedToken> {
  const label = wanted.label.trim();
  if (label === '' || label.length > LONGEST_LABEL || label.includes('\0')) {
    throw new Refusal('BAD_USER_INPUT', `label has 1 to ${LONGEST_LABEL} characters.`, { argument: 'input.label' });
  }
  if ((await db.countBy(FeedToken, { keyId: wanted.keyId, revokedAt: IsNull() })) >= MOST_TOKENS) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `This key has ${MOST_TOKENS} feed tokens: revoke one that is not needed any more.`,
    );
  }
  const { prefix, secret, text } = drawKey('token');
  const times = { createdAt: now, revokedAt: null, lastUsedAt: null };
  const token = db.create(FeedToken, { ...wanted, label, prefix, hash: hashSecret(secret), ...times });
  return { text, token: await db.save(token) };
}
