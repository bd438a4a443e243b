import { cleanHtml } from '../../src/ingest/markup/clean-html.js';
import type { IncomingArticle, IncomingFeed } from '../../src/ingest/incoming.js';

/** The articles of a feed that can be read, tombstones apart. */
export function articlesOf(feed: IncomingFeed): IncomingArticle[] {
  return feed.items.flatMap(item => ('reason' in item || item.status === 'canceled' ? [] : [item]));
}

/** Everything that partners could be shown of a feed, in one text: bodies as they are after cleaning, all other fields as they are. */
export function handedOn(feed: IncomingFeed): string {
  const cleaned = articlesOf(feed).map(({ bodyHtml, ...article }) => ({
    ...article,
    body: bodyHtml === null ? '' : cleanHtml(bodyHtml, article.baseUrl),
  }));
  return [feed.title ?? '', ...textsIn(cleaned)].join('\n');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
