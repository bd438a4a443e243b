import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { SavedFeed } from '../content/saved-feed.js';
import type { Context } from '../graphql/context.js';
import { oneEach } from '../graphql/loader.js';
import { ApiKey } from '../partners/api-key.js';
import { FeedToken } from '../partners/feed-token.js';
import { Me } from '../partners/me.js';

/** A statement of its own. */
const TOKENS_POINTS = 10;

@Resolver(() => Me)
export class MyFeedsResolver {
  @FieldResolver(() => [SavedFeed], { description: 'The feeds that you keep for yourself. None for a visitor.' })
  feeds(@Ctx() { reader: { partner }, reference }: Context): SavedFeed[] {
    return partner ? reference.feeds.filter(({ partnerId }) => partnerId === partner.id) : [];
  }

  @FieldResolver(() => [FeedToken], {
    complexity: TOKENS_POINTS,
    description: 'The feed tokens of all your keys, the oldest first, those revoked among them. None for a visitor.',
  })
  async feedTokens(@Ctx() { reader: { partner }, db }: Context): Promise<FeedToken[]> {
    if (!partner) return [];
    return db
      .createQueryBuilder(FeedToken, 'token')
      .innerJoin(ApiKey, 'key', 'key.id = token.keyId and key.partnerId = :partnerId', { partnerId: partner.id })
      .orderBy('token.id')
      .getMany();
  }
}

@Resolver(() => FeedToken)
export class FeedTokenResolver {
  @FieldResolver(() => String, { description: 'The prefix of the key it was made of, and ends with.' })
  async key(@Root() { keyId }: FeedToken, @Ctx() { load }: Context): Promise<string> {
    return (await load(keyOfToken, keyId))?.prefix ?? '';
  }

  @FieldResolver(() => SavedFeed, { nullable: true, description: 'The saved feed it is for; null for a selection.' })
  feed(@Root() { feedId }: FeedToken, @Ctx() { reference }: Context): SavedFeed | null {
    return reference.feeds.find(({ id }) => id === feedId) ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The selection it is for: an ArticleFilter, as JSON; null for a saved feed.',
  })
  filter(@Root() { filter }: FeedToken): string | null {
    return filter && JSON.stringify(filter);
  }
}

async function keyOfToken(ids: readonly number[], { db }: Context): Promise<(ApiKey | null)[]> {
  return oneEach(ids, await db.findBy(ApiKey, { id: In([...ids]) }), ({ id }) => id);
}
