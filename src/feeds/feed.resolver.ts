import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { ArticleConnection } from '../content/article-connection.js';
import { ArticleOrder, type ArticleFilter } from '../content/article-filter.js';
import { describeFilter } from '../content/describe-filter.js';
import { findFeed } from '../content/find-feed.js';
import { ArticleListArgs, listArticles } from '../content/list-articles.js';
import { nameIn } from '../content/name-in.js';
import { connectionOf, type KnownPage, pageOfKnown } from '../content/page-of-known.js';
import { SavedFeed } from '../content/saved-feed.js';
import type { Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { Locale } from '../graphql/scalars.js';
import { FeedLinks, feedLinks } from './feed-links.js';

const FeedConnection = connectionOf(SavedFeed, 'Feed');

/** What a list of articles takes that has its selection already. */
@ArgsType()
class FeedArticlesArgs extends PageArgs {
  @Field(() => ArticleOrder, { nullable: true, defaultValue: ArticleOrder.NEWEST, description: 'In which order.' })
  orderBy?: ArticleOrder | null;
}

@Resolver(() => SavedFeed)
export class FeedResolver {
  @Query(() => SavedFeed, {
    nullable: true,
    description: 'A feed of your own or of everybody, or null where there is none of that slug.',
  })
  feed(
    @Arg('slug', () => String, { description: 'As given by Feed.slug.' }) slug: string,
    @Ctx() { reader, reference }: Context,
  ): SavedFeed | null {
    return findFeed(slug, reader, reference);
  }

  @Query(() => FeedConnection, {
    description: 'The feeds that the desk keeps for everybody, those kept longest first.',
  })
  feeds(@Args(() => PageArgs) page: PageArgs, @Ctx() { reference }: Context): KnownPage<SavedFeed> {
    return pageOfKnown(
      reference.feeds.filter(({ partnerId }) => partnerId === null),
      page,
      'FEEDS',
    );
  }

  @FieldResolver(() => String, {
    description: 'What it is called in a language; where it has no name there, in English or Vietnamese.',
  })
  title(
    @Root() { names, slug }: SavedFeed,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string {
    return nameIn(names, language) ?? slug;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it is about, likewise; null where nobody says.' })
  description(
    @Root() { descriptions }: SavedFeed,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string | null {
    return nameIn(descriptions, language);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is everybody’s; else it is your own, and nobody else finds it.',
  })
  isPublic(@Root() { partnerId }: SavedFeed): boolean {
    return partnerId === null;
  }

  @FieldResolver(() => String, {
    description: 'Which articles: an ArticleFilter, as JSON that can be sent as a variable; "{}" for all.',
  })
  filter(@Root() { filter }: SavedFeed): string {
    return JSON.stringify(filter);
  }

  @FieldResolver(() => String, {
    description:
      'The same in words: "All articles in Lao on ASEAN". The names are in a language, where they have one there.',
  })
  selection(
    @Root() { filter }: SavedFeed,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language: string | null,
    @Ctx() { reference }: Context,
  ): string {
    const kept: ArticleFilter = filter;
    return `All articles${describeFilter(kept, reference, language)}`;
  }

  @FieldResolver(() => FeedLinks, { description: 'Where it is served. One of your own needs your key, or a token.' })
  links(@Root() { slug }: SavedFeed, @Ctx() { publicUrl }: Context): FeedLinks {
    return feedLinks(publicUrl, `/feeds/${slug}`);
  }

  @FieldResolver(() => ArticleConnection, { description: 'Its articles that you may read.' })
  articles(
    @Root() { filter }: SavedFeed,
    @Args(() => FeedArticlesArgs) args: FeedArticlesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ArticleConnection {
    return listArticles(Object.assign(new ArticleListArgs(), args, { filter }), null, context, info);
  }
}
