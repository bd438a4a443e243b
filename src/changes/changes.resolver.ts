import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Article } from '../content/article.js';
import { articleById } from '../content/article.loaders.js';
import { ArticleFilter } from '../content/article-filter.js';
import type { ArticleRow } from '../content/article-row.js';
import { Correction } from '../content/correction.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { ArticleChange, ArticleChangeKind, ChangeConnection } from './article-change.js';
import { changedFields } from './changed-fields.js';
import { correctionOfChange } from './correction-of-change.js';
import { digestArticles } from './digest-articles.js';
import { ChangeListArgs, listChanges } from './list-changes.js';
import { DigestSpan, SyncDigest } from './sync-digest.js';

/** A page looks at up to ten thousand rows of the log. */
const PAGE_POINTS = 40;

/** A digest looks at every article of the filter. */
const DIGEST_POINTS = 200;

@Resolver(() => ArticleChange)
export class ChangesResolver {
  @Query(() => ChangeConnection, {
    complexity: PAGE_POINTS,
    description:
      'What to do to a copy of the articles of a filter, each change once and in order: first all that you may have, then what changes.',
  })
  changes(@Args(() => ChangeListArgs) args: ChangeListArgs, @Ctx() context: Context): Promise<ChangeConnection> {
    return listChanges(args, context);
  }

  @Query(() => SyncDigest, {
    complexity: DIGEST_POINTS,
    description:
      'What a complete copy of a filter has, day by day: to prove that yours is, or to find the day where it is not.',
  })
  syncDigest(
    @Arg('filter', () => ArticleFilter, { nullable: true, description: 'Which articles, as given to changes.' })
    filter: ArticleFilter | null,
    @Arg('by', () => DigestSpan, { defaultValue: DigestSpan.DAY, description: 'What to sum up apart.' })
    _by: DigestSpan,
    @Ctx() context: Context,
  ): Promise<SyncDigest> {
    return digestArticles(filter, context);
  }

  @FieldResolver(() => ID, { description: 'The article that it is about; deleted ones are known by it.' })
  articleId(@Root() { articleKey }: ArticleChange): string {
    return globalId('Article', articleKey);
  }

  @FieldResolver(() => Article, {
    nullable: true,
    description:
      'The article as it is now, and not as the change made it. Null when you are to delete it, or may not have it any more: then a later change tells you.',
  })
  article(@Root() { articleKey, kind }: ArticleChange, @Ctx() { load }: Context): Promise<ArticleRow | null> | null {
    return DELETES.has(kind) ? null : load(articleById, articleKey);
  }

  @FieldResolver(() => Correction, {
    nullable: true,
    description:
      'What was wrong and what to tell readers, the gravest of several; null unless the kind is CORRECTED, and when article is null. All are in Article.corrections.',
  })
  async correction(@Root() change: ArticleChange, @Ctx() { load }: Context): Promise<Correction | null> {
    if (change.kind !== ArticleChangeKind.CORRECTED) return null;
    // Of an article that was withdrawn since, nothing is told any more.
    return (await load(articleById, change.articleKey)) ? load(correctionOfChange, change) : null;
  }

  @FieldResolver(() => [String], {
    description:
      'The fields of Article that differ from what you had, in its version or in what your licences let you have; none for ENTERED.',
  })
  async changedFields(@Root() change: ArticleChange, @Ctx() { load }: Context): Promise<string[]> {
    if (!KEEPS.has(change.kind)) return [];
    const ofVersion = change.version === change.formerVersion ? [] : await load(changedFields, change);
    return [...new Set([...ofVersion, ...change.sharedFields])].toSorted();
  }
}

const DELETES = new Set([ArticleChangeKind.WITHDRAWN, ArticleChangeKind.EXPIRED, ArticleChangeKind.LEFT]);
const KEEPS = new Set([ArticleChangeKind.UPDATED, ArticleChangeKind.CORRECTED]);
