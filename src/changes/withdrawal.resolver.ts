import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { articleById } from '../content/article.loaders.js';
import { Article } from '../content/article.js';
import type { ArticleRow } from '../content/article-row.js';
import type { KnownPage } from '../content/page-of-known.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { PageArgs } from '../graphql/page.js';
import { DateTime } from '../graphql/scalars.js';
import { ArticleChange, ArticleChangeKind } from './article-change.js';
import { listWithdrawals, WithdrawalConnection, WithdrawalState } from './list-withdrawals.js';
import { Withdrawal } from './withdrawal.js';
import { acknowledgedByReader, acknowledgementsOf, withdrawalOfVersion } from './withdrawal.loaders.js';
import { WithdrawalAcknowledgement } from './withdrawal-acknowledgement.js';

@Resolver(() => Withdrawal)
export class WithdrawalResolver {
  @Query(() => WithdrawalConnection, {
    description:
      'The withdrawals of articles that you had, the first one first; all of them for a key with the scope desk; none without a key.',
  })
  withdrawals(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('state', () => WithdrawalState, { defaultValue: WithdrawalState.OPEN, description: 'Which of them.' })
    state: WithdrawalState,
    @Ctx() context: Context,
  ): Promise<KnownPage<Withdrawal>> {
    return listWithdrawals(args, state, context);
  }

  @FieldResolver(() => ID, { description: 'The article that must not be shown.' })
  articleId(@Root() { articleId }: Withdrawal): string {
    return globalId('Article', articleId);
  }

  @FieldResolver(() => Article, {
    nullable: true,
    description: 'What to show in its place; null where there is nothing, or nothing that you may have.',
  })
  replacement(@Root() { replacementId }: Withdrawal, @Ctx() { load }: Context): Promise<ArticleRow | null> | null {
    return replacementId === null ? null : load(articleById, replacementId);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When you said that you have taken the article down, in UTC; null while you have not.',
  })
  acknowledgedAt(@Root() { id }: Withdrawal, @Ctx() { load }: Context): Promise<Date | null> {
    return load(acknowledgedByReader, id);
  }

  @FieldResolver(() => [WithdrawalAcknowledgement], {
    nullable: true,
    description:
      'Every partner who had the article, those who have not acknowledged first; null without a key that has the scope desk.',
  })
  acknowledgements(
    @Root() { id }: Withdrawal,
    @Ctx() { load, reader }: Context,
  ): Promise<WithdrawalAcknowledgement[]> | null {
    return reader.scopes.has('desk') ? load(acknowledgementsOf, id) : null;
  }
}

@Resolver(() => ArticleChange)
export class ChangeWithdrawalResolver {
  @FieldResolver(() => Withdrawal, {
    nullable: true,
    description: 'Why the article was withdrawn, and what to do; null unless the kind is WITHDRAWN.',
  })
  withdrawal(
    @Root() { kind, articleKey, version }: ArticleChange,
    @Ctx() { load }: Context,
  ): Promise<Withdrawal | null> | null {
    return kind === ArticleChangeKind.WITHDRAWN ? load(withdrawalOfVersion, `${articleKey}.${version}`) : null;
  }
}
