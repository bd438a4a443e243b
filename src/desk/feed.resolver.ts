import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Refusal } from '../refusal.js';
import { deskOf } from './act.js';
import { forgetFeed, saveFeed } from './manage-feeds.js';
import { renewContext } from './renew-context.js';
import { RemoveFeedInput, RemoveFeedPayload, SaveFeedInput, SaveFeedPayload } from './save-feed-input.js';
import { WRITE_POINTS } from './write-points.js';

@Resolver()
export class FeedActionsResolver {
  @Mutation(() => SaveFeedPayload, {
    complexity: WRITE_POINTS,
    description:
      'Keeps a feed, or changes the one of that slug. Your own needs a key with the scope "read", everybody’s one with the scope "desk".',
  })
  async saveFeed(
    @Arg('input', () => SaveFeedInput, { description: 'The feed.' }) input: SaveFeedInput,
    @Ctx() context: Context,
  ): Promise<SaveFeedPayload> {
    const id = await saveFeed(deskOf(context), input);
    await renewContext(context);
    const feed = context.reference.feeds.find(kept => kept.id === id);
    if (feed) return { feed };
    throw new Refusal('NOT_FOUND', `The feed "${input.slug}" has been removed since.`);
  }

  @Mutation(() => RemoveFeedPayload, {
    complexity: WRITE_POINTS,
    description:
      'Keeps a feed no longer, and takes its tokens no more. Your own needs a key with the scope "read", everybody’s one with the scope "desk".',
  })
  async removeFeed(
    @Arg('input', () => RemoveFeedInput, { description: 'Which feed.' }) input: RemoveFeedInput,
    @Ctx() context: Context,
  ): Promise<RemoveFeedPayload> {
    const slug = await forgetFeed(deskOf(context), input);
    await renewContext(context);
    return { slug };
  }
}
