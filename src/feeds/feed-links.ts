import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The addresses of one feed, in each format that it comes in.' })
export class FeedLinks {
  @Field(() => GraphQLURL, { description: 'RSS 2.0.' })
  rss!: string;

  @Field(() => GraphQLURL, { description: 'Atom (RFC 4287).' })
  atom!: string;

  @Field(() => GraphQLURL, { description: 'JSON Feed 1.1.' })
  json!: string;

  @Field(() => GraphQLURL, { description: 'IPTC ninjs 3.1.' })
  ninjs!: string;
}

/** The addresses of a feed by its path without an ending, such as "/feeds/lao-news", and what follows the question mark. */
export function feedLinks(publicUrl: string, path: string, query = ''): FeedLinks {
  const link = (format: keyof FeedLinks): string => `${publicUrl}${path}.${format}${query === '' ? '' : `?${query}`}`;
  return { rss: link('rss'), atom: link('atom'), json: link('json'), ninjs: link('ninjs') };
}
