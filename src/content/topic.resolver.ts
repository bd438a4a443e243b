import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { Locale } from '../graphql/scalars.js';
import { ArticleConnection } from './article-connection.js';
import { ArticleListArgs, listArticles } from './list-articles.js';
import { nameIn } from './name-in.js';
import { connectionOf, type KnownPage, pageOfKnown } from './page-of-known.js';
import { ancestorsOf } from './reference.js';
import { Topic } from './topic.js';

const TopicConnection = connectionOf(Topic, 'Topic');

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => Topic, { nullable: true, description: 'One topic, or null where there is none of that slug.' })
  topic(
    @Arg('slug', () => String, { description: 'As given by Topic.slug.' }) slug: string,
    @Ctx() { reference }: Context,
  ): Topic | null {
    return reference.topics.bySlug.get(slug) ?? null;
  }

  @Query(() => TopicConnection, { description: 'All topics, those known longest first.' })
  topics(
    @Arg('roots', () => Boolean, { nullable: true, description: 'Whether to list only those that have no parent.' })
    roots: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reference }: Context,
  ): KnownPage<Topic> {
    return pageOfKnown(roots ? (reference.childrenOf.get(null) ?? []) : reference.topics.all, page, 'TOPICS');
  }

  @FieldResolver(() => String, {
    description: 'Its name in a language; where it has none there, in English or Vietnamese.',
  })
  name(
    @Root() { names, slug }: Topic,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string {
    return nameIn(names, language) ?? slug;
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'The topic right above it, or null at the top.' })
  parent(@Root() { parentId }: Topic, @Ctx() { reference }: Context): Topic | null {
    return reference.topics.byId.get(parentId ?? 0) ?? null;
  }

  @FieldResolver(() => [Topic], { description: 'The topics right below it.' })
  children(@Root() { id }: Topic, @Ctx() { reference }: Context): Topic[] {
    return reference.childrenOf.get(id) ?? [];
  }

  @FieldResolver(() => [Topic], { description: 'All topics above it, the nearest first.' })
  ancestors(@Root() topic: Topic, @Ctx() { reference }: Context): Topic[] {
    return ancestorsOf(topic, reference);
  }

  @FieldResolver(() => ArticleConnection, {
    description: 'The articles under it and its descendants that you may read.',
  })
  articles(
    @Root() { id }: Topic,
    @Args(() => ArticleListArgs) args: ArticleListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ArticleConnection {
    return listArticles(args, { kind: 'topic', id }, context, info);
  }
}
