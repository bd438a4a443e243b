import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { Locale } from '../graphql/scalars.js';
import { ArticleConnection } from './article-connection.js';
import { ArticleListArgs, listArticles } from './list-articles.js';
import { nameIn } from './name-in.js';
import { connectionOf, type KnownPage, pageOfKnown } from './page-of-known.js';
import { Source } from './source.js';

const SourceConnection = connectionOf(Source, 'Source');

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'One source, or null where there is none of that slug.' })
  source(
    @Arg('slug', () => String, { description: 'As given by Source.slug.' }) slug: string,
    @Ctx() { reference }: Context,
  ): Source | null {
    return reference.sources.bySlug.get(slug) ?? null;
  }

  @Query(() => SourceConnection, { description: 'All sources.' })
  sources(@Args(() => PageArgs) page: PageArgs, @Ctx() { reference }: Context): KnownPage<Source> {
    return pageOfKnown(reference.sources.all, page, 'SOURCES');
  }

  @FieldResolver(() => String, {
    description: 'Its name in a language; where it has none there, in English or Vietnamese.',
  })
  name(
    @Root() { names, slug }: Source,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string {
    return nameIn(names, language) ?? slug;
  }

  @FieldResolver(() => ArticleConnection, { description: 'Its articles that you may read.' })
  articles(
    @Root() { id }: Source,
    @Args(() => ArticleListArgs) args: ArticleListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ArticleConnection {
    return listArticles(args, { kind: 'source', id }, context, info);
  }
}
