import type { IncomingArticle, IncomingFeed } from '../../src/ingest/incoming.js';
import { readFeed, type ReadFeedOptions } from '../../src/ingest/read-feed.js';

/** A feed read from its text. */
export function readText(text: string, options: ReadFeedOptions = {}): IncomingFeed {
  return readFeed(Buffer.from(text), options);
}

const MODULES = Object.entries({
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  media: 'http://search.yahoo.com/mrss/',
  atom: 'http://www.w3.org/2005/Atom',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
})
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ');

/** RSS 2.0 around items, with the usual modules declared. */
export function rss(items: string, channel = '<title>Báo</title><link>https://news.example/</link>'): string {
  return `<?xml version="1.0"?><rss version="2.0" ${MODULES}><channel>${channel}${items}</channel></rss>`;
}

/** Atom 1.0 around entries. */
export function atom(entries: string, head = '<title>Báo</title><id>urn:x:feed</id>', attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" ${attributes}>${head}${entries}</feed>`;
}

/** JSON Feed 1.1 around items. */
export function jsonFeed(items: unknown[], head: Record<string, unknown> = {}): string {
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Báo', ...head, items });
}

/** The only article of a feed, wherever its items cannot be taken for anything else. */
export function onlyArticle(text: string, options: ReadFeedOptions = {}): IncomingArticle {
  const { items } = readText(text, options);
  const [item] = items;
  if (items.length !== 1 || item === undefined || 'reason' in item)
    throw new Error(`Not one article: ${JSON.stringify(items)}`);
  return item;
}
