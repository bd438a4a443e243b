import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { countArgument, PageInfo, writeCursor } from '../graphql/page.js';
import { Article } from './article.js';
import { ArticleConnection, ArticleEdge } from './article-connection.js';
import { ArticleFacets, EventCount, TopicCount } from './article-facets.js';
import type { ArticleRow } from './article-row.js';
import { countOfArticles } from './count-articles.js';
import { facetsOfArticles } from './facet-articles.js';
import type { Listing } from './listing.js';
import { orderKeyOf, pageOfArticles, type PagedArticle } from './page-articles.js';

/** Counting looks at every article of the list, on whatever page; facets do so for each kind of term. */
const COUNT_POINTS = 10;
const FACET_POINTS = 40;

@Resolver(() => ArticleConnection)
export class ArticleConnectionResolver {
  @FieldResolver(() => [ArticleEdge], { description: 'The articles of this page, each with its cursor.' })
  async edges(@Root() { listing }: ArticleConnection, @Ctx() { load }: Context): Promise<ArticleEdge[]> {
    const { articles } = await load(pageOfArticles, listing);
    return articles.map(article => ({ cursor: cursorOf(article, listing), node: article }));
  }

  @FieldResolver(() => [Article], { description: 'The articles of this page.' })
  async nodes(@Root() { listing }: ArticleConnection, @Ctx() { load }: Context): Promise<ArticleRow[]> {
    return (await load(pageOfArticles, listing)).articles;
  }

  @FieldResolver(() => PageInfo, { description: 'Where this page stands in the list.' })
  async pageInfo(@Root() { listing }: ArticleConnection, @Ctx() { load }: Context): Promise<PageInfo> {
    const { articles, more } = await load(pageOfArticles, listing);
    const { page } = listing;
    const [first, last] = [articles[0], articles.at(-1)];
    return {
      hasNextPage: page.backward ? page.before !== null : more,
      hasPreviousPage: page.backward ? more : page.after !== null,
      startCursor: first ? cursorOf(first, listing) : null,
      endCursor: last ? cursorOf(last, listing) : null,
    };
  }

  @FieldResolver(() => Int, {
    complexity: COUNT_POINTS,
    description: 'How many articles the list has on all its pages. Counted only when asked for.',
  })
  totalCount(@Root() { listing }: ArticleConnection, @Ctx() { load }: Context): Promise<number> {
    return load(countOfArticles, listing);
  }

  @FieldResolver(() => ArticleFacets, {
    complexity: FACET_POINTS,
    description: 'What the articles of all its pages are about. Counted only when asked for.',
  })
  facets(@Root() { listing }: ArticleConnection, @Ctx() { load }: Context): Promise<ArticleFacets> {
    return load(facetsOfArticles, listing);
  }
}

@Resolver(() => ArticleFacets)
export class ArticleFacetsResolver {
  @FieldResolver(() => [TopicCount], { description: 'Topics, those with most articles first.' })
  topics(
    @Root() { topicCounts }: ArticleFacets,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, at most 100.' }) first:
      | number
      | null,
  ): TopicCount[] {
    return topicCounts.slice(0, countArgument(first ?? 10));
  }

  @FieldResolver(() => [EventCount], { description: 'Events, those with most articles first.' })
  events(
    @Root() { eventCounts }: ArticleFacets,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, at most 100.' }) first:
      | number
      | null,
  ): EventCount[] {
    return eventCounts.slice(0, countArgument(first ?? 10));
  }
}

function cursorOf(article: PagedArticle, { order }: Listing): string {
  return writeCursor({ order, key: String(orderKeyOf(article)), id: article.id });
}
