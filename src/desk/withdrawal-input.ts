import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Withdrawal, WithdrawalReason } from '../changes/withdrawal.js';
import { Article } from '../content/article.js';
import { ActionInput } from './action-input.js';

@InputType({ description: 'An article to take back, and why.' })
export class WithdrawArticleInput extends ActionInput {
  @Field(() => ID, { description: 'Id of the article.' })
  article!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have looked at: another one is refused with CONFLICT. Null for whichever it is.',
  })
  expectedVersion?: number | null;

  @Field(() => WithdrawalReason, { description: 'Why; SOURCE is for sources to say.' })
  reason!: WithdrawalReason;

  @Field(() => String, {
    nullable: true,
    description: 'What partners should do beyond taking it down, for them alone.',
  })
  advice?: string | null;

  @Field(() => String, { nullable: true, description: 'What to tell readers.' })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'Article.id of what to show in its place.' })
  replacement?: string | null;
}

@ObjectType({ description: 'A withdrawal that was made.' })
export class WithdrawArticlePayload {
  @Field(() => Withdrawal, { description: 'The withdrawal.' })
  withdrawal!: Withdrawal;
}

@InputType({ description: 'An article that may be read again.' })
export class RestoreArticleInput extends ActionInput {
  @Field(() => ID, { description: 'Id of the article.' })
  article!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have looked at: another one is refused with CONFLICT. Null for whichever it is.',
  })
  expectedVersion?: number | null;
}

@ObjectType({ description: 'What became of an article that was withdrawn.' })
export class RestoreArticlePayload {
  @Field(() => Article, { nullable: true, description: 'The article as it is now.' })
  article!: Article | null;
}

@InputType({ description: 'A withdrawn article that you have taken down.' })
export class AcknowledgeWithdrawalInput extends ActionInput {
  @Field(() => ID, { description: 'As given by ArticleChange.articleId or Withdrawal.articleId.' })
  article!: string;
}

@ObjectType({ description: 'A withdrawal that is acknowledged.' })
export class AcknowledgeWithdrawalPayload {
  @Field(() => Withdrawal, { description: 'The withdrawal, with the time at which it was first acknowledged.' })
  withdrawal!: Withdrawal;
}
