import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { readGlobalId } from '../graphql/global-id.js';
import { countArgument } from '../graphql/page.js';
import { Article } from './article.js';
import { ArticleBody } from './article-body.js';
import { ArticleConnection } from './article-connection.js';
import { articleTerms } from './article-terms.js';
import { articleById, articlesOfStory, bodyOfArticle } from './article.loaders.js';
import type { ArticleRow } from './article-row.js';
import { ArticleUsage } from './article-usage.js';
import { creditLine } from './credit-line.js';
import { Event } from './event.js';
import { ArticleListArgs, listArticles } from './list-articles.js';
import { Media } from './media.js';
import { relatedArticles } from './related-articles.js';
import { sourceById } from './source.loaders.js';
import { Source } from './source.js';
import { Story } from './story.js';
import { Topic } from './topic.js';
import { usageOfArticle } from './usage-of-article.js';

/** A body is ten times the bytes of a headline. */
const BODY_POINTS = 10;

@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, {
    nullable: true,
    description: 'One article, or null where there is none or you may not read it.',
  })
  article(
    @Arg('id', () => ID, { description: 'As given by Article.id.' }) id: string,
    @Ctx() { load }: Context,
  ): Promise<ArticleRow | null> | null {
    const found = readGlobalId(id);
    return found?.type === 'Article' ? load(articleById, found.key) : null;
  }

  @Query(() => ArticleConnection, {
    description: 'The articles that you may read: by topic, event, date, language, text and more.',
  })
  articles(
    @Args(() => ArticleListArgs) args: ArticleListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ArticleConnection {
    return listArticles(args, null, context, info);
  }

  @FieldResolver(() => Story, { description: 'What it shares with its translations.' })
  story(@Root() { storyId }: ArticleRow): Pick<Story, 'id'> {
    return { id: storyId };
  }

  @FieldResolver(() => ArticleBody, {
    nullable: true,
    complexity: BODY_POINTS,
    description: 'The whole text; null when it has none, or no licence of yours holds it.',
  })
  body(@Root() article: ArticleRow, @Ctx() { load, reader }: Context): Promise<ArticleBody | null> | null {
    return articleTerms(article, reader).text ? load(bodyOfArticle, article.id) : null;
  }

  @FieldResolver(() => [Media], {
    description: 'Its pictures, videos and sounds, the main one first; none where no licence of yours holds them.',
  })
  media(@Root() article: ArticleRow, @Ctx() { reader }: Context): Media[] {
    return articleTerms(article, reader).media ? article.media : [];
  }

  @FieldResolver(() => Source, { description: 'The newsroom that it comes from.' })
  source(@Root() { sourceId }: ArticleRow, @Ctx() { load }: Context): Promise<Source> {
    return load(sourceById, sourceId);
  }

  @FieldResolver(() => [Topic], { description: 'What it is filed under, main topic first.' })
  topics(@Root() { topicIds }: ArticleRow, @Ctx() { reference }: Context): Topic[] {
    return topicIds.flatMap(id => reference.topics.byId.get(id) ?? []);
  }

  @FieldResolver(() => [Event], { description: 'The events that it is about.' })
  events(@Root() { eventIds }: ArticleRow, @Ctx() { reference }: Context): Event[] {
    return eventIds.flatMap(id => reference.events.byId.get(id) ?? []);
  }

  @FieldResolver(() => String, { description: 'The line to print with it.' })
  credit(@Root() article: ArticleRow, @Ctx() { load }: Context): Promise<string> {
    return creditLine(article, load);
  }

  @FieldResolver(() => ArticleUsage, { description: 'What you may do with it, until when, and the words to print.' })
  usage(@Root() article: ArticleRow, @Ctx() context: Context): Promise<ArticleUsage> {
    return usageOfArticle(article, context);
  }

  @FieldResolver(() => [Article], { description: 'The other language versions that you may have.' })
  async translations(@Root() { id, storyId }: ArticleRow, @Ctx() { load }: Context): Promise<ArticleRow[]> {
    return (await load(articlesOfStory, storyId)).filter(article => article.id !== id);
  }

  @FieldResolver(() => [Article], {
    description: 'What to read next: articles in the same language that share events or topics with it.',
  })
  related(
    @Root() article: ArticleRow,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many, at most 100.' }) first:
      | number
      | null,
    @Ctx() { load }: Context,
  ): Promise<ArticleRow[]> {
    return load(relatedArticles, { article, first: countArgument(first ?? 5) });
  }
}
