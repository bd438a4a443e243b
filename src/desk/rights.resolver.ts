import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Article } from '../content/article.js';
import { articleById } from '../content/article.loaders.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import { setArticleRights } from './set-article-rights.js';
import { SetRightsInput, SetRightsPayload } from './set-rights-input.js';

/** A statement or two each for the entry, its rows, its change and what it is answered with. */
const WRITE_POINTS = 20;

@Resolver(() => SetRightsPayload)
export class RightsResolver {
  @Mutation(() => SetRightsPayload, {
    complexity: WRITE_POINTS,
    description:
      'Says what an article itself allows, whatever a licence says; what its source sends later leaves it alone. Needs a key with the scope "desk".',
  })
  setRights(
    @Arg('input', () => SetRightsInput, { description: 'The article and its rights.' }) input: SetRightsInput,
    @Ctx() context: Context,
  ): Promise<SetRightsPayload> {
    return setArticleRights(deskOf(context), input);
  }

  @FieldResolver(() => Article, { nullable: true, description: 'The article, if your own licences let you have it.' })
  article(@Root() { articleKey }: SetRightsPayload, @Ctx() { load }: Context): Promise<ArticleRow | null> {
    return load(articleById, articleKey);
  }
}
