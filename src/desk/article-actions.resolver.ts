import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { articleById } from '../content/article.loaders.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Context } from '../graphql/context.js';
import { deskOf } from './act.js';
import type { ArticleDone } from './act-on-article.js';
import { PublishArticleInput } from './article-input.js';
import {
  FileArticlePayload,
  PublishArticlePayload,
  SetEmbargoPayload,
  SetExpiryPayload,
  UpdateArticlePayload,
} from './article-payloads.js';
import { FileArticleInput, SetEmbargoInput, SetExpiryInput, UpdateArticleInput } from './change-article-input.js';
import { fileArticle } from './file-article.js';
import { publishArticle } from './publish-article.js';
import { renewContext } from './renew-context.js';
import { setEmbargo } from './set-embargo.js';
import { setExpiry } from './set-expiry.js';
import { updateArticle } from './update-article.js';
import { WRITE_POINTS } from './write-points.js';

/** What a payload is made of: TypeGraphQL fills in the rest. */
interface Payload {
  article: ArticleRow | null;
  version: number;
  changed: boolean;
}

@Resolver()
export class ArticleActionsResolver {
  @Mutation(() => PublishArticlePayload, {
    complexity: WRITE_POINTS,
    description: 'Publishes a new article in a source. Needs a key with the scope "desk".',
  })
  async publishArticle(
    @Arg('input', () => PublishArticleInput, { description: 'The article.' }) input: PublishArticleInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return payload(await publishArticle(deskOf(context), input), context);
  }

  @Mutation(() => UpdateArticlePayload, {
    complexity: WRITE_POINTS,
    description:
      'Changes an article. New content of its source replaces its words again, but not the embargo, expiry and filing given here. Needs a key with the scope "desk".',
  })
  async updateArticle(
    @Arg('input', () => UpdateArticleInput, { description: 'What is to be different.' }) input: UpdateArticleInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return payload(await updateArticle(deskOf(context), input), context);
  }

  @Mutation(() => SetEmbargoPayload, {
    complexity: WRITE_POINTS,
    description:
      'Sets the embargo of an article, or lifts it; from then on its source no longer does. Needs a key with the scope "desk".',
  })
  async setEmbargo(
    @Arg('input', () => SetEmbargoInput, { description: 'The embargo.' }) input: SetEmbargoInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return payload(await setEmbargo(deskOf(context), input), context);
  }

  @Mutation(() => SetExpiryPayload, {
    complexity: WRITE_POINTS,
    description:
      'Says from when on an article must not be shown; from then on its source no longer does. Needs a key with the scope "desk".',
  })
  async setExpiry(
    @Arg('input', () => SetExpiryInput, { description: 'The moment.' }) input: SetExpiryInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return payload(await setExpiry(deskOf(context), input), context);
  }

  @Mutation(() => FileArticlePayload, {
    complexity: WRITE_POINTS,
    description:
      'Files an article under topics, events and countries; from then on its source no longer does. Needs a key with the scope "desk".',
  })
  async fileArticle(
    @Arg('input', () => FileArticleInput, { description: 'Where to file it.' }) input: FileArticleInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return payload(await fileArticle(deskOf(context), input), context);
  }
}

async function payload({ id, version, changed }: ArticleDone, context: Context): Promise<Payload> {
  await renewContext(context);
  return { article: await context.load(articleById, id), version, changed };
}
