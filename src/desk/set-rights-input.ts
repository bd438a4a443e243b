import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ArticleUse } from '../content/article-rights.js';
import { CountryCode } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';

@InputType({
  description:
    'All that an article itself allows, in place of what was said before: what is left out is not restricted.',
})
export class SetRightsInput extends ActionInput {
  @Field(() => ID, { description: 'Which article.' })
  article!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that it must have; null for any. Another one is refused with CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => [CountryCode], { nullable: true, description: 'The only countries in which it may be published.' })
  onlyIn?: string[] | null;

  @Field(() => [CountryCode], { nullable: true, description: 'Countries in which it must not be published.' })
  notIn?: string[] | null;

  @Field(() => [ArticleUse], { nullable: true, description: 'The only ways in which it may be published.' })
  uses?: ArticleUse[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its credit line must be printed; true unless it is said.',
  })
  creditRequired?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be translated.' })
  mayTranslate?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be shortened or rewritten.' })
  mayEdit?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Days after its publication for which a copy may be kept.' })
  archiveDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Further terms of use in words, at most 2000 characters.' })
  terms?: string | null;
}

@ObjectType({ description: 'What became of the rights of an article.' })
export class SetRightsPayload {
  // Of the article's row.
  articleKey!: number;

  @Field(() => Int, { description: 'The version that it has then.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether anything is new.' })
  changed!: boolean;
}
