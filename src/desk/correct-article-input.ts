import { Field, InputType, ObjectType } from 'type-graphql';
import { CorrectionSeverity } from '../content/correction.js';
import { ArticlePayload } from './article-payloads.js';
import { UpdateArticleInput } from './change-article-input.js';

@InputType({ description: 'What was wrong in an article, and what is right: what is left out stays as it is.' })
export class CorrectArticleInput extends UpdateArticleInput {
  @Field(() => CorrectionSeverity, { description: 'How much it matters.' })
  severity!: CorrectionSeverity;

  @Field(() => String, { nullable: true, description: 'What to tell readers, at most 2,000 characters.' })
  note?: string | null;
}

@ObjectType({ description: 'What became of a correction.' })
export class CorrectArticlePayload extends ArticlePayload {}
