import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { withdrawalById, withdrawalOfVersion } from '../changes/withdrawal.loaders.js';
import { articleById } from '../content/article.loaders.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Context } from '../graphql/context.js';
import { createLoad } from '../graphql/loader.js';
import { deskOf } from './act.js';
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

/** A statement or two each for the entry, the article's rows, its change and what it is answered with. */
const WRITE_POINTS = 20;

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
    return { withdrawal: (await freshLoad(context)(withdrawalOfVersion, `${articleId}.${version}`))! };
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
    return { article: await freshLoad(context)(articleById, articleId) };
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
    return { withdrawal: (await freshLoad(context)(withdrawalById, id))! };
  }
}

/** What one mutation of a request has changed is not remembered from an earlier one. */
function freshLoad(context: Context): Context['load'] {
  context.load = createLoad(context);
  return context.load;
}
