import type { QueryName } from './questions.js';

/** An answer without what is a server's own: its ids and cursors, how it writes dates and names of kinds, and where it puts what. */
export interface Answer {
  /** Articles by their keys, or topics with theirs. */
  nodes: unknown[];
  hasNextPage: boolean | null;
  endCursor: string | null;
}

type Json = Record<string, unknown>;
interface Page {
  nodes: Json[];
  pageInfo?: { hasNextPage: boolean; endCursor: string | null };
}

/** An answer of the gateway or of Mercurius. */
export function readAnswer(query: QueryName, data: never, keyOf: (id: string) => number): Answer {
  const { article, articles, topics } = data as { article?: Json; articles?: Page; topics?: Page };
  const read = (each: Json): Json => ({
    ...each,
    id: keyOf(each['id'] as string),
    ...datesOf(each),
    ...sourceOf(each),
  });
  if (query === 'Q3') return { nodes: [read(article!)], hasNextPage: null, endCursor: null };
  if (query !== 'Q4') return pageOf(articles!, read);
  return pageOf(topics!, ({ articles: newest, ...topic }) => ({
    ...topic,
    articles: (newest as Page).nodes.map(read),
  }));
}

/** One of PostGraphile, in its own shape. */
export function readPostgraphileAnswer(query: QueryName, data: never): Answer {
  const { article, topics, topicBySlug, eventBySlug } = data as {
    article?: Json;
    topics?: Page;
    topicBySlug?: { page: Page };
    eventBySlug?: { page: Page };
  };
  if (query === 'Q3') return { nodes: [readArticle(article!)], hasNextPage: null, endCursor: null };
  if (query !== 'Q4') return pageOf((topicBySlug ?? eventBySlug)!.page, filed => readArticle(filed['article'] as Json));
  return pageOf(topics!, ({ page, ...topic }) => ({
    ...topic,
    articles: (page as Page).nodes.map(filed => readArticle(filed['article'] as Json)),
  }));
}

function readArticle({ rowId, topics, events, media, ...rest }: Json): Json {
  const kinds = 'status' in rest ? { status: String(rest['status']).toUpperCase() } : {};
  return {
    ...rest,
    ...kinds,
    id: Number(rowId),
    ...datesOf(rest),
    ...sourceOf(rest),
    ...(topics ? { topics: (topics as Page).nodes, events: (events as Page).nodes, media: readMedia(media) } : {}),
  };
}

/** Its media come as they are stored. */
function readMedia(media: unknown): Json[] {
  const stored = (typeof media === 'string' ? JSON.parse(media) : media) as Json[];
  return stored.map(({ kind, url, mimeType, width, height, alt, caption, credit }) => ({
    kind: String(kind).toUpperCase(),
    url,
    mimeType,
    width,
    height,
    alt,
    caption,
    credit,
  }));
}

function datesOf(each: Json): Json {
  const dates = ['publishedAt', 'updatedAt'].filter(name => name in each);
  return Object.fromEntries(dates.map(name => [name, new Date(each[name] as string).toISOString()]));
}

/** Addresses are written as URLs are by the one, and as they were stored by others. */
function sourceOf({ source }: Json): Json {
  if (source === undefined) return {};
  const { homepage, ...rest } = source as Json;
  return { source: { ...rest, homepage: homepage === null ? null : new URL(homepage as string).href } };
}

function pageOf({ nodes, pageInfo }: Page, read: (node: Json) => Json): Answer {
  return {
    nodes: nodes.map(read),
    hasNextPage: pageInfo?.hasNextPage ?? null,
    endCursor: pageInfo?.endCursor ?? null,
  };
}
