import { Refusal } from '../../refusal.js';
import type { IncomingFeed } from '../incoming.js';
import { isObject } from './json-members.js';
import { jsonText } from './json-text.js';
import type { ParseOptions } from './parse-options.js';
import { plainLine } from '../markup/plain-line.js';
import { readJsonFeedAuthors } from './read-json-feed-authors.js';
import { readJsonFeedItem } from './read-json-feed-item.js';
import { refuseTooManyItems } from './refuse-too-many-items.js';
import { resolveLink } from '../markup/resolve-link.js';

/**
 * Reads JSON Feed 1.0 and 1.1. Members of a wrong type are as if absent, numbers as ids become text; an item that is no object is
 * an item that cannot be read. What is relative is relative to the feed, else to the home page.
 * @throws Refusal UNREADABLE_FEED where there is no list of items, PAYLOAD_TOO_LARGE beyond options.limits.
 */
export function parseJsonFeed(value: unknown, { baseUrl, limits }: ParseOptions): IncomingFeed {
  if (!isObject(value) || !Array.isArray(value.items)) {
    throw new Refusal(
      'UNREADABLE_FEED',
      'A JSON Feed is an object with a list called "items" (jsonfeed.org); this has none.',
    );
  }
  const items: unknown[] = value.items;
  refuseTooManyItems(items, limits.items);

  const start =
    baseUrl ?? resolveLink(jsonText(value.feed_url), null) ?? resolveLink(jsonText(value.home_page_url), null);
  const feed = { baseUrl: start, language: jsonText(value.language), bylines: readJsonFeedAuthors(value) };

  return {
    format: 'json-feed',
    title: plainLine(jsonText(value.title) ?? '') || null,
    language: feed.language,
    items: items.map((item, index) => {
      if (isObject(item)) return readJsonFeedItem(item, feed);
      return { label: `item ${index + 1}`, reason: 'An item of a JSON Feed is an object; this is not.' };
    }),
    nextUrl: resolveLink(jsonText(value.next_url), start),
  };
}
