import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { tokenLinks } from '../feeds/token-links.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { CreateFeedTokenInput, FeedTokenInput, FeedTokenPayload, ShownFeedTokenPayload } from './feed-token-inputs.js';
import { endFeedToken, makeFeedToken } from './manage-feed-tokens.js';
import { renewContext } from './renew-context.js';
import { WRITE_POINTS } from './write-points.js';

@Resolver()
export class FeedTokenActionsResolver {
  @Mutation(() => ShownFeedTokenPayload, {
    complexity: WRITE_POINTS,
    description:
      'Makes a token of your key, with which a feed reader has one feed as you may have it, and shows it this once. It ends with the key. Needs a key with the scope "read".',
  })
  async createFeedToken(
    @Arg('input', () => CreateFeedTokenInput, { description: 'The token.' }) input: CreateFeedTokenInput,
    @Ctx() context: Context,
  ): Promise<ShownFeedTokenPayload> {
    const { token, text } = await makeFeedToken(deskOf(context), input);
    await renewContext(context);
    return { token, text, links: text === null ? null : tokenLinks(token, text, context) };
  }

  @Mutation(() => FeedTokenPayload, {
    complexity: WRITE_POINTS,
    description:
      'Takes a feed token no more, at once and everywhere. One of yours needs a key with the scope "read", another’s one with the scope "admin".',
  })
  async revokeFeedToken(
    @Arg('input', () => FeedTokenInput, { description: 'Which token.' }) input: FeedTokenInput,
    @Ctx() context: Context,
  ): Promise<FeedTokenPayload> {
    return { token: await endFeedToken(deskOf(context), input) };
  }
}
