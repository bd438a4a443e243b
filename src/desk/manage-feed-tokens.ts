import type { EntityManager } from 'typeorm';
import { keptFeed } from '../changes/store-feed.js';
import { keptFilter } from '../content/kept-filter.js';
import type { ApiKey } from '../partners/api-key.js';
import { createFeedToken, type NewFeedToken } from '../partners/create-feed-token.js';
import { FeedToken } from '../partners/feed-token.js';
import { keyByPrefix } from '../partners/key-by-prefix.js';
import { revokeFeedToken } from '../partners/revoke-feed-token.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { CreateFeedTokenInput, FeedTokenInput } from './feed-token-inputs.js';

/** A token that was made; its text is null where it was made, and shown, before. */
export interface MadeFeedToken {
  token: FeedToken;
  text: string | null;
}

/**
 * Makes a feed token of the key that asks, or on the command line of any. Its text is handed on to whoever has just made it, and kept
 * nowhere: what is written down is its prefix. Throws a Refusal (NOT_FOUND, BAD_USER_INPUT).
 */
export async function makeFeedToken(
  desk: Desk,
  { clientKey = null, ...input }: CreateFeedTokenInput,
  ofKey: string | null = desk.actor.keyPrefix,
): Promise<MadeFeedToken> {
  const shown: string[] = [];
  const action = { name: 'createFeedToken', scope: 'read', clientKey, input: { ...input, key: ofKey } } as const;
  const prefix = await act(desk, action, async (db, now) => {
    const key = await keyByPrefix(db, ofKey ?? '');
    if (!key.scopes.includes('read') || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) {
      throw new Refusal('BAD_USER_INPUT', 'This key reads nothing, so that a token of it would read nothing.');
    }
    const wanted = { keyId: key.id, label: input.label, ...(await feedOf(db, key, input, now)) };
    const { token, text } = await createFeedToken(db, wanted, now);
    shown.push(text);
    return { result: token.prefix, subjects: [`feed token ${token.prefix}`, `key ${key.prefix}`] };
  });
  return { token: await desk.db.findOneByOrFail(FeedToken, { prefix }), text: shown[0] ?? null };
}

/** Takes a feed token no more: one of the partner’s own, or with the scope "admin" any. Throws a Refusal (NOT_FOUND). */
export async function endFeedToken(desk: Desk, { clientKey = null, ...input }: FeedTokenInput): Promise<FeedToken> {
  const { prefix } = input;
  const isAdmin = desk.actor.scopes.has('admin');
  const scope = isAdmin ? 'admin' : 'read';
  await act(desk, { name: 'revokeFeedToken', scope, clientKey, input }, async (db, now) => {
    await revokeFeedToken(db, { prefix, partnerId: isAdmin ? null : desk.actor.partnerId }, now);
    return { result: prefix, subjects: [`feed token ${prefix}`] };
  });
  return desk.db.findOneByOrFail(FeedToken, { prefix });
}

/** The one feed that is asked for: a saved one that the partner of the key finds, or a selection that can be read. */
async function feedOf(
  db: EntityManager,
  { partnerId }: ApiKey,
  { feed: slug, filter }: CreateFeedTokenInput,
  now: Date,
): Promise<Pick<NewFeedToken, 'feedId' | 'filter'>> {
  if ((slug == null) === (filter == null)) {
    throw new Refusal('BAD_USER_INPUT', 'Give a feed or a filter: a token is for one of them.', {
      argument: 'input.feed',
    });
  }
  if (slug == null) {
    return { feedId: null, filter: await keptFilter(db, JSON.parse(JSON.stringify(filter)), now) };
  }
  const feed = (await keptFeed(db, { partnerId, slug })) ?? (await keptFeed(db, { partnerId: null, slug }));
  if (feed) return { feedId: feed.id, filter: null };
  throw new Refusal('NOT_FOUND', 'There is no such feed, or none that is yours.', { argument: 'input.feed' });
}
