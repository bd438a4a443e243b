import { Refusal } from '../../refusal.js';
import { type FetchedFeed, fetchFeed } from './fetch-feed.js';
import type { FetchOptions } from './fetch-options.js';
import type { Format, IncomingFeed } from '../incoming.js';
import { readFeed } from '../read-feed.js';

/** How the pages of a feed are read. */
export interface PageOptions extends FetchOptions {
  /** What the source is said to be; 'auto' or nothing for whatever it is. */
  format?: Format | 'auto';
  /** How many are read; beyond them a Refusal (PAYLOAD_TOO_LARGE). */
  mostPages?: number;
}

/** The archives of news sites have hundreds of pages: who wants them whole has better ways. */
const MOST_PAGES = 50;

/**
 * Reads the first page of a feed, which has been fetched from `address`, and those that follow it: by what the feed says
 * (JSON Feed 1.1 next_url; RFC 5005, sections 3 and 4), else by its headers. Only pages of the same site are followed, and only
 * while they bring something that no earlier page had: never in a circle.
 */
export async function* followPages(
  address: string,
  first: FetchedFeed,
  { format = 'auto', mostPages = MOST_PAGES, ...options }: PageOptions,
): AsyncGenerator<IncomingFeed> {
  const hosts = [new URL(address).host, new URL(first.url).host];
  const asked = new Set<string>();
  const seen = new Set<string>();
  let fetched = first;

  for (let pages = 1; !fetched.notModified; pages += 1) {
    const { bytes, contentType, url } = fetched;
    const feed = readFeed(bytes, { contentType, format, baseUrl: url });
    if (!remember(feed, seen) && pages > 1) return;
    yield feed;

    asked.add(url);
    const next = nextUrl(feed.nextUrl ?? fetched.nextUrl, url, hosts);
    if (next === null || asked.has(next)) return;
    if (pages >= mostPages) {
      const message = `${address} has more than ${mostPages} pages, the most that are read in one go: the first ${mostPages} were.`;
      throw new Refusal('PAYLOAD_TOO_LARGE', message);
    }
    asked.add(next);
    fetched = await fetchFeed(next, { ...options, etag: null, lastModified: null });
  }
}

/** Notes the items of a page. Gives whether there was one among them that no earlier page had. */
function remember({ items }: IncomingFeed, seen: Set<string>): boolean {
  const before = seen.size;
  for (const item of items) {
    seen.add(
      'reason' in item ? item.label : (item.identity ?? item.url ?? `${item.headline} ${String(item.publishedAt)}`),
    );
  }
  return seen.size > before;
}

/** Sites behind a proxy often name their own pages with http: they are asked for as the page before them was. */
function nextUrl(next: string | null, from: string, hosts: string[]): string | null {
  if (next === null || !URL.canParse(next)) return null;
  const url = new URL(next);
  if (from.startsWith('https:') && url.protocol === 'http:') url.protocol = 'https:';
  url.hash = '';
  return hosts.includes(url.host) ? url.href : null;
}
