import { GraphQLURL } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Source } from '../content/source.js';
import { CountryCode, Locale } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';
import { LocalizedTextInput } from './localized-text-input.js';

@InputType({ description: 'Where a source is polled.' })
export class FeedInput {
  @Field(() => GraphQLURL, { description: 'Address of the feed (http or https).' })
  url!: URL;

  @Field(() => String, {
    nullable: true,
    description: 'auto, rss, atom, json-feed, ninjs, newsml-g2 or wordpress; auto when left out.',
  })
  format?: string | null;

  @Field(() => Int, { nullable: true, description: 'Seconds between two polls, 30 to 604,800; 600 when left out.' })
  everySeconds?: number | null;
}

@InputType({ description: 'A source to store, or to change: what is left out stays as it is.' })
export class SaveSourceInput extends ActionInput {
  @Field(() => String, {
    description: 'Its slug, such as "foreign-desk": a new one for a new source. It never changes.',
  })
  slug!: string;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All its names; a new source needs one at least.',
  })
  names?: LocalizedTextInput[] | null;

  @Field(() => GraphQLURL, { nullable: true, description: 'Its own site (http or https).' })
  homepage?: URL | null;

  @Field(() => CountryCode, { nullable: true, description: 'The country it works from.' })
  country?: string | null;

  @Field(() => [Locale], { nullable: true, description: 'All languages it publishes in.' })
  languages?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The line to print with its articles, where an article does not bring its own.',
  })
  credit?: string | null;

  @Field(() => FeedInput, { nullable: true, description: 'Where it is polled; null to poll it no longer.' })
  feed?: FeedInput | null;
}

@ObjectType({ description: 'What became of a source.' })
export class SaveSourcePayload {
  @Field(() => Source, { description: 'The source as it is now.' })
  source!: Source;
}
