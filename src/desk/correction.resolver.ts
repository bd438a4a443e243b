import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { articleById } from '../content/article.loaders.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { CorrectArticleInput, CorrectArticlePayload } from './correct-article-input.js';
import { correctArticle } from './correct-article.js';
import { renewContext } from './renew-context.js';
import { WRITE_POINTS } from './write-points.js';

@Resolver()
export class CorrectionActionsResolver {
  @Mutation(() => CorrectArticlePayload, {
    complexity: WRITE_POINTS,
    description:
      'Puts right what was wrong in an article, and tells whoever had it. A LEGAL one takes what was there before out of its history too. Needs a key with the scope "desk".',
  })
  async correctArticle(
    @Arg('input', () => CorrectArticleInput, { description: 'What is right.' }) input: CorrectArticleInput,
    @Ctx() context: Context,
  ): Promise<{ article: ArticleRow | null; version: number; changed: boolean }> {
    const { id, version, changed } = await correctArticle(deskOf(context), input);
    await renewContext(context);
    return { article: await context.load(articleById, id), version, changed };
  }
}
