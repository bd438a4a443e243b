import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { ArticleRow } from '../content/article-row.js';
import { globalId } from '../graphql/global-id.js';

@ObjectType({ description: 'The addresses of an article.' })
export class ArticleLinks {
  @Field(() => GraphQLURL, {
    description: 'The original, to link to and to name as canonical: the publisher’s page, or ours where it has none.',
  })
  canonical!: string;

  @Field(() => GraphQLURL, { description: 'The page of this gateway, to read it on.' })
  html!: string;

  @Field(() => GraphQLURL, { description: 'The same in IPTC ninjs 3.1, as the one item of a list.' })
  ninjs!: string;

  @Field(() => GraphQLURL, {
    description: 'A query that answers with it: GET it with the header "Apollo-Require-Preflight: true".',
  })
  api!: string;
}

/** The addresses of an article, without looking anything up. */
export function articleLinks({ id, url }: Pick<ArticleRow, 'id' | 'url'>, publicUrl: string): ArticleLinks {
  const article = globalId('Article', id);
  const html = `${publicUrl}/articles/${article}`;
  return { canonical: url ?? html, html, ninjs: `${html}/ninjs`, api: `${publicUrl}/graphql?${queryOf(article)}` };
}

function queryOf(article: string): string {
  const query = `{ article(id: "${article}") { id version status language headline lede url publishedAt updatedAt credit } }`;
  return new URLSearchParams({ query }).toString();
}
