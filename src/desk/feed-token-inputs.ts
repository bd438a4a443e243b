import { Field, InputType, ObjectType } from 'type-graphql';
import { ArticleFilter } from '../content/article-filter.js';
import { FeedLinks } from '../feeds/feed-links.js';
import { FeedToken } from '../partners/feed-token.js';
import { ActionInput } from './action-input.js';

@InputType({ description: 'A new feed token: for a saved feed, or for a selection.' })
export class CreateFeedTokenInput extends ActionInput {
  @Field(() => String, { description: 'What it is for, such as the name of the site.' })
  label!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The slug of the saved feed it is for; not together with filter.',
  })
  feed?: string | null;

  @Field(() => ArticleFilter, { nullable: true, description: 'The selection it is for; {} for all that you may have.' })
  filter?: ArticleFilter | null;
}

@InputType({ description: 'Which feed token.' })
export class FeedTokenInput extends ActionInput {
  @Field(() => String, { description: 'Its prefix.' })
  prefix!: string;
}

@ObjectType({ description: 'A feed token that was made. It is shown this once.' })
export class ShownFeedTokenPayload {
  @Field(() => FeedToken, { description: 'What is kept of it.' })
  token!: FeedToken;

  @Field(() => String, {
    nullable: true,
    description: 'The token; null where it was made, and shown, before with the same clientKey.',
  })
  text!: string | null;

  @Field(() => FeedLinks, {
    nullable: true,
    description: 'Its feed with the token in each address: as secret as the token, and null where that is.',
  })
  links!: FeedLinks | null;
}

@ObjectType({ description: 'What became of a feed token.' })
export class FeedTokenPayload {
  @Field(() => FeedToken, { description: 'The token as it is now.' })
  token!: FeedToken;
}
