import { Field, ObjectType } from 'type-graphql';
import { Article } from './article.js';
import type { ArticleRow } from './article-row.js';
import type { Listing } from './listing.js';

@ObjectType({ description: 'An article in a list, with its place there.' })
export class ArticleEdge {
  @Field(() => String, { description: 'Its place in the list, for after and before.' })
  cursor!: string;

  @Field(() => Article, { description: 'The article.' })
  node!: ArticleRow;
}

/** A list of articles, none of which is read before it is asked for: its page, its count and its facets each load by themselves. */
@ObjectType({ description: 'A list of articles, in pages (Relay Cursor Connections).' })
export class ArticleConnection {
  constructor(readonly listing: Listing) {}
}
