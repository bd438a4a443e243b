import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { Article } from './article.js';
import type { ArticleRow } from './article-row.js';
import { Correction } from './correction.js';
import { correctionsOfArticle } from './correction.loaders.js';

@Resolver(() => Article)
export class CorrectionResolver {
  @FieldResolver(() => [Correction], { description: 'What was corrected in it, the latest first.' })
  corrections(@Root() { id }: ArticleRow, @Ctx() { load }: Context): Promise<Correction[]> {
    return load(correctionsOfArticle, id);
  }
}
