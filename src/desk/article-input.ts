import { GraphQLURL } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MediaKind } from '../content/media.js';
import { CountryCode, DateTime, Html, Locale } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';

@InputType({ description: 'A picture, video or sound of an article.' })
export class MediaInput {
  @Field(() => MediaKind, { description: 'What it is.' })
  kind!: MediaKind;

  @Field(() => GraphQLURL, { description: 'Where the file is (http or https).' })
  url!: URL;

  @Field(() => String, { nullable: true, description: 'Its media type (RFC 6838), such as "image/jpeg".' })
  mimeType?: string | null;

  @Field(() => Int, { nullable: true, description: 'Pixels across.' })
  width?: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels down.' })
  height?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it plays, in seconds.' })
  durationSeconds?: number | null;

  @Field(() => String, { nullable: true, description: 'What it shows, for those who cannot see it.' })
  alt?: string | null;

  @Field(() => String, { nullable: true, description: 'The words to print below it.' })
  caption?: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it: the line to print with it.' })
  credit?: string | null;
}

/** What publishing and updating have in common: everything that may be left out of both. */
@InputType()
export abstract class ArticleInput extends ActionInput {
  @Field(() => String, { nullable: true, description: 'The opening or summary, as plain text.' })
  lede?: string | null;

  @Field(() => Html, { nullable: true, description: 'Its text. Scripts, styles, forms and frames are taken out.' })
  html?: string | null;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where the publisher shows it (http or https).' })
  url?: URL | null;

  @Field(() => [String], { nullable: true, description: 'Who wrote it, a name each; at most 50.' })
  bylines?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'IPTC news urgency: 1 is high, 9 is low.' })
  urgency?: number | null;

  @Field(() => String, { nullable: true, description: "Its own credit line; null for its source's." })
  credit?: string | null;

  @Field(() => [MediaInput], { nullable: true, description: 'All its media; at most 100.' })
  media?: MediaInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of all its topics, the main one first.' })
  topics?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of all its events.' })
  events?: string[] | null;

  @Field(() => [CountryCode], { nullable: true, description: 'The countries that it is about.' })
  countries?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was, or will be, first shown.' })
  publishedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Not to be shown before this moment; null for no embargo.' })
  embargoedUntil?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Not to be shown from this moment on; null for good.' })
  expiresAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The story that it belongs to, or any article that it is a translation of.',
  })
  translationOf?: string | null;
}

@InputType({
  description:
    'A new article. Topics, events and countries that are left out are read from its words, as of what sources send.',
})
export class PublishArticleInput extends ArticleInput {
  @Field(() => String, { description: 'Slug of the source that it is published in.' })
  source!: string;

  @Field(() => Locale, { description: 'BCP 47 tag of the language it is written in.' })
  language!: string;

  @Field(() => String, { description: 'Plain text, at most 1,000 characters.' })
  headline!: string;
}
