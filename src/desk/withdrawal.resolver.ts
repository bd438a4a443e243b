import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { withdrawalById, withdrawalOfVersion } from '../changes/withdrawal.loaders.js';
import { articleById } from '../content/article.loaders.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { renewContext } from './renew-context.js';
import { orderRestoration } from './order-restoration.js';
import { orderWithdrawal } from './order-withdrawal.js';
import { sayAcknowledged } from './say-acknowledged.js';
import {
  AcknowledgeWithdrawalInput,
  AcknowledgeWithdrawalPayload,
  RestoreArticleInput,
  RestoreArticlePayload,
  WithdrawArticleInput,
  WithdrawArticlePayload,
} from './withdrawal-input.js';
import { WRITE_POINTS } from './write-points.js';

@Resolver()
export class WithdrawalActionsResolver {
  @Mutation(() => WithdrawArticlePayload, {
    complexity: WRITE_POINTS,
    description:
      'Takes an article back: nobody reads it from then on, and whoever had it is told to take it down. Needs a key with the scope "desk".',
  })
  async withdrawArticle(
    @Arg('input', () => WithdrawArticleInput, { description: 'The article, and why.' }) input: WithdrawArticleInput,
    @Ctx() context: Context,
  ): Promise<WithdrawArticlePayload> {
    const { articleId, version } = await orderWithdrawal(deskOf(context), input);
    await renewContext(context);
    return { withdrawal: (await context.load(withdrawalOfVersion, `${articleId}.${version}`))! };
  }

  @Mutation(() => RestoreArticlePayload, {
    complexity: WRITE_POINTS,
    description:
      'Lets an article that the desk has withdrawn be read again, as it was. Needs a key with the scope "desk".',
  })
  async restoreArticle(
    @Arg('input', () => RestoreArticleInput, { description: 'The article.' }) input: RestoreArticleInput,
    @Ctx() context: Context,
  ): Promise<{ article: ArticleRow | null }> {
    const { articleId } = await orderRestoration(deskOf(context), input);
    await renewContext(context);
    return { article: await context.load(articleById, articleId) };
  }

  @Mutation(() => AcknowledgeWithdrawalPayload, {
    complexity: WRITE_POINTS,
    description:
      'Says that you have taken a withdrawn article down: it is not delivered to you again. Needs a key with the scope "read".',
  })
  async acknowledgeWithdrawal(
    @Arg('input', () => AcknowledgeWithdrawalInput, { description: 'The article.' }) input: AcknowledgeWithdrawalInput,
    @Ctx() context: Context,
  ): Promise<AcknowledgeWithdrawalPayload> {
    const id = await sayAcknowledged(deskOf(context), input);
    await renewContext(context);
    return { withdrawal: (await context.load(withdrawalById, id))! };
  }
}
