import { Field, InputType, ObjectType } from 'type-graphql';
import { ArticleFilter } from '../content/article-filter.js';
import { SavedFeed } from '../content/saved-feed.js';
import { ActionInput } from './action-input.js';
import { LocalizedTextInput } from './localized-text-input.js';

@InputType({ description: 'Which feed.' })
export class RemoveFeedInput extends ActionInput {
  @Field(() => String, { description: 'Its slug, such as "lao-news": a new one for a new feed. It never changes.' })
  slug!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether it is everybody’s, which needs the scope "desk"; else it is your own, and private to you.',
  })
  public?: boolean | null;
}

@InputType({ description: 'A feed to keep, or to change: what is left out stays as it is.' })
export class SaveFeedInput extends RemoveFeedInput {
  @Field(() => [LocalizedTextInput], { nullable: true, description: 'All its titles; a new feed needs one at least.' })
  titles?: LocalizedTextInput[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'What it is about, in each language.' })
  descriptions?: LocalizedTextInput[] | null;

  @Field(() => ArticleFilter, { nullable: true, description: 'Which articles; a new feed without it is of all.' })
  filter?: ArticleFilter | null;
}

@ObjectType({ description: 'What became of a feed.' })
export class SaveFeedPayload {
  @Field(() => SavedFeed, { description: 'The feed as it is now.' })
  feed!: SavedFeed;
}

@ObjectType({ description: 'A feed that is kept no longer.' })
export class RemoveFeedPayload {
  @Field(() => String, { description: 'Its slug, which may be used again. Its tokens are taken no more.' })
  slug!: string;
}
