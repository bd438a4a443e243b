import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Locale } from '../graphql/scalars.js';
import { Article } from './article.js';
import type { ArticleRow } from './article-row.js';
import { articlesOfStory } from './article.loaders.js';
import { Story } from './story.js';

@Resolver(() => Story)
export class StoryResolver {
  @FieldResolver(() => [Locale], { description: 'BCP 47 tags of the languages that you may read it in, sorted.' })
  async languages(@Root() { id }: Story, @Ctx() { load }: Context): Promise<string[]> {
    const articles = await load(articlesOfStory, id);
    return [...new Set(articles.map(article => article.language))];
  }

  @FieldResolver(() => [Article], { description: 'Its language versions that you may read.' })
  articles(@Root() { id }: Story, @Ctx() { load }: Context): Promise<ArticleRow[]> {
    return load(articlesOfStory, id);
  }
}
