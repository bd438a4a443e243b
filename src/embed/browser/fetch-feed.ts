/// <reference lib="dom" />
import type { EmbedFeed } from '../embed-article.js';
import { readFeedItems } from './read-feed-items.js';

/** Statuses that pass: the request came too late, too early or too often. */
export const PASSING = [408, 425, 429];

/** Reads a feed, with its ETag; "refused" when the gateway will not give it, "away" when nothing is to be had of it now. */
export async function fetchFeed(
  address: string,
  most: number,
  signal: AbortSignal,
): Promise<(EmbedFeed & { tag: string | null }) | 'refused' | 'away'> {
  try {
    // "no-cache" asks each time, with an If-None-Match of the browser's own: to name it here would cost a preflight.
    const answer = await fetch(address, { signal, cache: 'no-cache', credentials: 'omit' });
    if (answer.ok) return { ...readFeedItems(await answer.json(), most), tag: answer.headers.get('etag') };
    if (answer.status >= 500 || PASSING.includes(answer.status)) return 'away';
    console.warn('nhip-cau-feed:', address, await answer.text());
    return 'refused';
  } catch {
    return 'away';
  }
}
