import { Field, InputType, Int } from 'type-graphql';
import { ArticleFilter } from '../content/article-filter.js';
import { DateTime, Duration } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';

@InputType()
abstract class TermsInput extends ActionInput {
  @Field(() => ArticleFilter, { nullable: true, description: 'Which articles; a new licence without it is for all.' })
  filter?: ArticleFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it holds the text too.' })
  text?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it holds the media too.' })
  media?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether articles may be seen before their embargo is over.' })
  embargoAccess?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it holds former versions too.' })
  history?: boolean | null;

  @Field(() => Duration, {
    nullable: true,
    description: 'How long after its publication an article may be had: "PT1H".',
  })
  delay?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From when on it is valid; null for always.' })
  validFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until just before when; null for good.' })
  validUntil?: Date | null;
}

@InputType({ description: 'A new licence: without more, headlines and ledes of everything, at once and for good.' })
export class GrantLicenceInput extends TermsInput {
  @Field(() => String, { nullable: true, description: 'The slug of the partner; null for everybody.' })
  partner?: string | null;

  @Field(() => String, { description: 'What to call it.' })
  name!: string;
}

@InputType({ description: 'Other terms for a licence: what is left out stays as it is.' })
export class ChangeLicenceInput extends TermsInput {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'What to call it.' })
  name?: string | null;
}

@InputType({ description: 'Which licence.' })
export class EndLicenceInput extends ActionInput {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;
}
