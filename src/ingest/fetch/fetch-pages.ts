import { fetchFeed } from './fetch-feed.js';
import { followPages, type PageOptions } from './follow-pages.js';
import type { IncomingFeed } from '../incoming.js';

/**
 * Fetches a feed a page at a time, at most 50 unless said otherwise. Throws a Refusal where a page cannot be fetched or read:
 * those before it have been given by then.
 */
export async function* fetchPages(address: string, options: PageOptions): AsyncGenerator<IncomingFeed> {
  yield* followPages(address, await fetchFeed(address, options), options);
}
