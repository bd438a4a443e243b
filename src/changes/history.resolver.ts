import { setImmediate as letOthersOn } from 'node:timers/promises';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Article } from '../content/article.js';
import type { ArticleRow } from '../content/article-row.js';
import { articleTerms } from '../content/article-terms.js';
import { type KnownPage, pageOfKnown } from '../content/page-of-known.js';
import type { Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { ArticleDiff } from './article-diff.js';
import { changedFields } from './changed-fields.js';
import { compareTexts } from './compare-texts.js';
import { ArticleVersionConnection, HistoryVersion } from './history-version.js';
import { versionContent } from './version-content.js';
import { versionsOfArticle } from './versions-of-article.js';

/** Two whole texts, and up to two hundred milliseconds of comparing them: twenty a query. */
const DIFF_POINTS = 1_000;

/** A former text is as long as a body. */
const TEXT_POINTS = 10;

@Resolver(() => Article)
export class ArticleHistoryResolver {
  @FieldResolver(() => ArticleVersionConnection, {
    nullable: true,
    description:
      'What it was and is, the first version first, as far as you could have had it then; null where no licence of yours holds its history.',
  })
  async versions(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load, reader }: Context,
  ): Promise<KnownPage<HistoryVersion> | null> {
    if (!articleTerms(article, reader).history) return null;
    return pageOfKnown(await load(versionsOfArticle, article.id), args, 'VERSION');
  }

  @FieldResolver(() => ArticleDiff, {
    nullable: true,
    complexity: DIFF_POINTS,
    description: 'What is different between two of its versions; null unless you may have them both.',
  })
  async diff(
    @Root() article: ArticleRow,
    @Arg('from', () => Int, { description: 'The version to compare from, as versions gives it.' }) from: number,
    @Arg('to', () => Int, { description: 'The version to compare to, as versions gives it.' }) to: number,
    @Ctx() { load, reader }: Context,
  ): Promise<ArticleDiff | null> {
    if (!articleTerms(article, reader).history) return null;
    const versions = await load(versionsOfArticle, article.id);
    const [former, present] = [from, to].map(number => versions.find(({ version }) => version === number));
    if (!former || !present) return null;

    const [before, after] = await Promise.all(
      [from, to].map(number => load(versionContent, `${article.id}.${number}`)),
    );
    if (!before || !after) return null;
    await letOthersOn();
    return {
      from,
      to,
      headline: compareTexts(before.headline, after.headline),
      lede: compareTexts(before.lede ?? '', after.lede ?? ''),
      text: former.text && present.text ? compareTexts(before.text ?? '', after.text ?? '') : null,
    };
  }
}

@Resolver(() => HistoryVersion)
export class HistoryVersionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Its headline; null for one that is not kept any more.' })
  async headline(@Root() { articleKey, version }: HistoryVersion, @Ctx() { load }: Context): Promise<string | null> {
    return (await load(versionContent, `${articleKey}.${version}`))?.headline ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its opening or summary.' })
  async lede(@Root() { articleKey, version }: HistoryVersion, @Ctx() { load }: Context): Promise<string | null> {
    return (await load(versionContent, `${articleKey}.${version}`))?.lede ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    complexity: TEXT_POINTS,
    description: 'Its text without markup, a line a paragraph; null where no licence of yours holds it.',
  })
  async text(@Root() { articleKey, version, text }: HistoryVersion, @Ctx() { load }: Context): Promise<string | null> {
    return text ? ((await load(versionContent, `${articleKey}.${version}`))?.text ?? null) : null;
  }

  @FieldResolver(() => [String], {
    description: 'The fields of Article in which it differs from the version before it here; none for the first.',
  })
  changedFields(@Root() version: HistoryVersion, @Ctx() { load }: Context): Promise<string[]> | string[] {
    return version.formerVersion === null ? [] : load(changedFields, version);
  }
}
