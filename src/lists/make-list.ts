import { withdrawnFrom } from '../changes/withdrawn-from.js';
import { ArticleOrder } from '../content/article-filter.js';
import type { ArticleRow } from '../content/article-row.js';
import { articleTerms } from '../content/article-terms.js';
import { bodyOfArticle } from '../content/article.loaders.js';
import { creditLine } from '../content/credit-line.js';
import { nameIn } from '../content/name-in.js';
import { orderKeyOf, pageOfArticles } from '../content/page-articles.js';
import { readSelection } from '../content/selection.js';
import { sourceById } from '../content/source.loaders.js';
import type { Names } from '../content/topic.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { readPage, writeCursor } from '../graphql/page.js';
import { type ArchivePeriod, spanWithin } from './archive-period.js';
import { findArchive } from './find-archive.js';
import { archiveUrl, pageUrl, subjectOf, tagUri } from './list-addresses.js';
import type { PublishedList, ListedArticle } from './published-list.js';
import type { ListRequest } from './list-request.js';
import { listTitle } from './list-title.js';

/** Where a list is published, and what goes with it beside its articles. */
export interface ListOptions {
  publicUrl: string;
  /** The address that was asked for. */
  url: URL;
  texts?: boolean;
  /** One statement more. */
  withdrawn?: boolean;
  /** Whether to find the archive before it: two to five statements more. */
  archives?: boolean;
  /** The archive to make; null for the list itself. */
  period?: ArchivePeriod | null;
}

/**
 * Makes a page of a list: one statement for its articles, and one for their texts, where these are asked for and the reader may have them. What a list
 * holds is published as it is read, so that nothing under embargo is in one, whoever reads it. Refuses with BAD_USER_INPUT.
 */
export async function makeList(
  { filter, limit, after }: ListRequest,
  context: Context,
  { publicUrl, url, texts = true, withdrawn = false, archives = false, period = null }: ListOptions,
): Promise<PublishedList> {
  const order = ArticleOrder.NEWEST;
  const whole = readSelection(filter, context.reference, context.now);
  const selection = period ? { ...whole, published: spanWithin(whole.published, period) } : whole;
  const page = readPage({ first: limit, after }, order);
  const open = withoutEmbargoes(context);
  const [found] = await pageOfArticles([{ within: null, selection, order, page }], open);
  const articles = found?.articles ?? [];
  const gone = withdrawn && after === null && !period ? await withdrawnFrom(selection, open) : [];
  const last = articles.at(-1);
  const languages = filter.languages ?? [];
  // In this list, or in that archive as well: what is of one moment is kept together.
  const older = period?.from ?? (found?.more && last ? justAfter(last.publishedAt) : null);
  const before = archives && older ? await findArchive(whole, older, open) : null;

  return {
    ...listTitle(selection, languages, context.reference),
    language: languages.length === 1 ? languages[0]! : null,
    homeUrl: `${publicUrl}/`,
    selfUrl: pageUrl(url, after),
    firstUrl: pageUrl(url, null),
    nextUrl:
      found?.more && last ? pageUrl(url, writeCursor({ order, key: String(orderKeyOf(last)), id: last.id })) : null,
    id: tagUri(publicUrl, `feed${subjectOf(url)}`),
    updatedAt: latestOf([...articles.map(({ updatedAt }) => updatedAt), ...gone.map(({ withdrawnAt }) => withdrawnAt)]),
    items: await Promise.all(articles.map(article => listedArticle(article, context, publicUrl, texts))),
    withdrawn: gone.map(({ articleKey, withdrawnAt, note }) => ({
      id: tagUri(publicUrl, globalId('Article', articleKey)),
      withdrawnAt,
      note,
    })),
    archive: archives
      ? {
          isArchive: period !== null && period.to <= context.now,
          currentUrl: archiveUrl(url, null),
          previousUrl: before && archiveUrl(url, before.name),
        }
      : null,
  };
}

function justAfter(moment: Date): Date {
  return new Date(moment.getTime() + 1);
}

function latestOf(moments: Date[]): Date {
  return new Date(Math.max(0, ...moments.map(moment => moment.getTime())));
}

/** The same reader, whose licences look behind no embargo. */
export function withoutEmbargoes(context: Context): Context {
  const licences = context.reader.licences.map(licence =>
    Object.assign(structuredClone(licence), { embargoAccess: false }),
  );
  return { ...context, reader: { ...context.reader, licences } };
}

/** An article with all that its reader may have: a statement for the texts of all that are asked for together. */
export async function listedArticle(
  article: ArticleRow,
  context: Context,
  publicUrl: string,
  texts = true,
): Promise<ListedArticle> {
  const { reference, load, reader } = context;
  const terms = articleTerms(article, reader);
  const body = texts && terms.text ? await load(bodyOfArticle, article.id) : null;
  const source = await load(sourceById, article.sourceId);
  const named = (row: { slug: string; names: Names } | undefined): { slug: string; name: string }[] =>
    row ? [{ slug: row.slug, name: nameIn(row.names, article.language) ?? row.slug }] : [];
  const articleId = globalId('Article', article.id);

  return {
    article,
    articleId,
    id: tagUri(publicUrl, articleId),
    url: article.url ?? `${publicUrl}/articles/${articleId}`,
    pageUrl: `${publicUrl}/articles/${articleId}`,
    html: body?.html || null,
    text: body?.text || null,
    media: terms.media ? article.media : [],
    credit: await creditLine(article, load),
    source: { name: nameIn(source.names, article.language) ?? source.slug, homepage: source.homepage },
    topics: article.topicIds.flatMap(id => named(reference.topics.byId.get(id))),
    events: article.eventIds.flatMap(id => named(reference.events.byId.get(id))),
  };
}
