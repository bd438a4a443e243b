import { withdrawnFrom } from '../changes/withdrawn-from.js';
import { ArticleOrder } from '../content/article-filter.js';
import type { ArticleRow } from '../content/article-row.js';
import { articleTerms } from '../content/article-terms.js';
import { bodyOfArticle } from '../content/article.loaders.js';
import { creditLine } from '../content/credit-line.js';
import { nameIn } from '../content/name-in.js';
import { pageOfArticles } from '../content/page-articles.js';
import { readSelection } from '../content/selection.js';
import { sourceById } from '../content/source.loaders.js';
import type { Names } from '../content/topic.js';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/global-id.js';
import { readPage, writeCursor } from '../graphql/page.js';
import type { PublishedList, ListedArticle } from './published-list.js';
import type { ListRequest } from './list-request.js';
import { listTitle } from './list-title.js';

/** The year from which our hosts name things (RFC 4151): it is part of every id, and never changes. */
const NAMED_SINCE = 2026;

/** Where a list is published, and what goes with it beside its articles. */
export interface ListOptions {
  publicUrl: string;
  /** The address that was asked for. */
  url: URL;
  texts?: boolean;
  /** One statement more. */
  withdrawn?: boolean;
}

/**
 * Makes a page of a list: one statement for its articles, and one for their texts, where these are asked for and the reader may have them. What a list
 * holds is published as it is read, so that nothing under embargo is in one, whoever reads it. Refuses with BAD_USER_INPUT.
 */
export async function makeList(
  { filter, limit, after }: ListRequest,
  context: Context,
  { publicUrl, url, texts = true, withdrawn = false }: ListOptions,
): Promise<PublishedList> {
  const order = ArticleOrder.NEWEST;
  const selection = readSelection(filter, context.reference, context.now);
  const page = readPage({ first: limit, after }, order);
  const open = withoutEmbargoes(context);
  const [found] = await pageOfArticles([{ within: null, selection, order, page }], open);
  const articles = found?.articles ?? [];
  const gone = withdrawn && after === null ? await withdrawnFrom(selection, open) : [];
  const last = articles.at(-1);
  const languages = filter.languages ?? [];

  return {
    ...listTitle(selection, languages, context.reference),
    language: languages.length === 1 ? languages[0]! : null,
    homeUrl: `${publicUrl}/`,
    selfUrl: pageUrl(url, after),
    firstUrl: pageUrl(url, null),
    nextUrl:
      found?.more && last
        ? pageUrl(url, writeCursor({ order, key: String(Number(last.orderKey)), id: last.id }))
        : null,
    id: tagUri(publicUrl, `feed${subjectOf(url)}`),
    updatedAt: latestOf([...articles.map(({ updatedAt }) => updatedAt), ...gone.map(({ withdrawnAt }) => withdrawnAt)]),
    items: await Promise.all(articles.map(article => listedArticle(article, context, publicUrl, texts))),
    withdrawn: gone.map(({ articleKey, withdrawnAt, note }) => ({
      id: tagUri(publicUrl, globalId('Article', articleKey)),
      withdrawnAt,
      note,
    })),
  };
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

/** A name that stays (RFC 4151). */
function tagUri(publicUrl: string, name: string): string {
  return `tag:${new URL(publicUrl).hostname},${NAMED_SINCE}:${name}`;
}

function pageUrl(url: URL, after: string | null): string {
  const page = new URL(url);
  if (after === null) page.searchParams.delete('after');
  else page.searchParams.set('after', after);
  return page.href;
}

/** The path and the query of a feed without its format, its place in it, how much of each article it has, and whose token it was asked for with. */
function subjectOf(url: URL): string {
  const { pathname, searchParams } = new URL(pageUrl(url, null));
  for (const name of ['texts', 'token']) searchParams.delete(name);
  searchParams.sort();
  const path = pathname.replace(/\.[a-z]+$/, '');
  return searchParams.size > 0 ? `${path}?${searchParams.toString()}` : path;
}
