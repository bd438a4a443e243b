import { Field, ID, InputType, Int } from 'type-graphql';
import { CountryCode, DateTime, Locale } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';
import { ArticleInput } from './article-input.js';

const ARTICLE = 'Id of the article.';
const EXPECTED =
  'The version that you have looked at: when it has another by now, nothing is done, and you are told which (CONFLICT). Left out, whichever it has is changed.';

@InputType({ description: 'Changes to an article: what is left out stays as it is.' })
export class UpdateArticleInput extends ArticleInput {
  @Field(() => ID, { description: ARTICLE })
  article!: string;

  @Field(() => Int, { nullable: true, description: EXPECTED })
  expectedVersion?: number | null;

  @Field(() => Locale, { nullable: true, description: 'BCP 47 tag of the language it is written in.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 1,000 characters.' })
  headline?: string | null;
}

@InputType()
abstract class ChangeArticleInput extends ActionInput {
  @Field(() => ID, { description: ARTICLE })
  article!: string;

  @Field(() => Int, { nullable: true, description: EXPECTED })
  expectedVersion?: number | null;
}

@InputType({ description: 'An embargo to set, or to lift.' })
export class SetEmbargoInput extends ChangeArticleInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'Not to be shown before this moment. Null, or a moment that is over, lifts the embargo.',
  })
  until?: Date | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it lasts until it is lifted by hand. Not together with until.',
  })
  withoutEnd?: boolean;
}

@InputType({ description: 'When an article expires.' })
export class SetExpiryInput extends ChangeArticleInput {
  @Field(() => DateTime, { nullable: true, description: 'Not to be shown from this moment on; null for good.' })
  at?: Date | null;
}

@InputType({ description: 'Terms to file an article under: all it is to have, or some to add and some to take away.' })
export class FilingInput {
  @Field(() => [String], {
    nullable: true,
    description: 'All of them, the main one first. Not together with the others.',
  })
  replace?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Those to add, after what it has.' })
  add?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Those to take away.' })
  remove?: string[] | null;
}

@InputType({ description: 'Countries that an article is about: all of them, or some to add and some to take away.' })
export class CountryFilingInput {
  @Field(() => [CountryCode], { nullable: true, description: 'All of them. Not together with the others.' })
  replace?: string[] | null;

  @Field(() => [CountryCode], { nullable: true, description: 'Those to add, after what it has.' })
  add?: string[] | null;

  @Field(() => [CountryCode], { nullable: true, description: 'Those to take away.' })
  remove?: string[] | null;
}

@InputType({ description: 'What an article is to be filed under: what is left out stays as it is.' })
export class FileArticleInput extends ChangeArticleInput {
  @Field(() => FilingInput, { nullable: true, description: 'Slugs of topics.' })
  topics?: FilingInput | null;

  @Field(() => FilingInput, { nullable: true, description: 'Slugs of events.' })
  events?: FilingInput | null;

  @Field(() => CountryFilingInput, { nullable: true, description: 'Countries that it is about.' })
  countries?: CountryFilingInput | null;
}
