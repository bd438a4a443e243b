import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { systemClock } from '../../clock.js';
import { checkFeedUrl } from './check-feed-url.js';
import { checkedLookup } from './checked-lookup.js';
import { explainFetchError } from './explain-fetch-error.js';
import { FETCH_LIMITS } from './fetch-limits.js';
import type { FetchOptions } from './fetch-options.js';
import { type Answer, followRedirects } from './follow-redirects.js';
import { header } from './header.js';
import { nextPageOf } from './next-page-of.js';
import { isPublicAddress } from './public-address.js';
import { CODINGS, readAnswer, tooLarge } from './read-answer.js';
import { type Freshness, readFreshness } from './read-freshness.js';
import { refuseStatus } from './refuse-status.js';
import { userAgent } from './user-agent.js';

/** One answer of a source: a page of its feed, or that nothing has changed. */
export type FetchedFeed = Freshness & {
  /** Where it was found in the end, after redirects. */
  url: string;
  /** Where it has moved to for good; null where it has not. */
  movedTo: string | null;
} & ({ notModified: true } | FetchedPage);

interface FetchedPage {
  notModified: false;
  bytes: Uint8Array;
  contentType: string | null;
  /** Validators for the next time (RFC 9110, section 8.8); null where there are none, or none worth keeping. */
  etag: string | null;
  lastModified: string | null;
  /** Where the next page is by the headers; the feed itself may know too. Not checked yet. */
  nextUrl: string | null;
}

const ACCEPT = `application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9,
  application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5`.replace(/\s+/g, ' ');
const MOST_VALIDATOR = 500;

/**
 * Fetches one page of a feed from a server that may be slow, wrong or hostile, within limits of bytes and time. Throws a
 * Refusal (SOURCE_UNREACHABLE, PAYLOAD_TOO_LARGE) that says in a sentence why there is nothing to read; where the source
 * says when it wants to be asked again, with `details.retryAfterSeconds`.
 */
export async function fetchFeed(address: string, options: FetchOptions): Promise<FetchedFeed> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const mayReach = options.allowPrivateAddresses ? () => true : (options.isPublic ?? isPublicAddress);
  const url = checkFeedUrl(address, null, mayReach);
  const agent = new Agent({
    connect: { lookup: checkedLookup(mayReach, options.lookup), timeout: limits.connectMs },
    maxHeaderSize: limits.headerBytes,
    maxResponseSize: limits.bytes,
    headersTimeout: 0, // The whole of it is bounded by totalMs.
    bodyTimeout: 0,
  });
  const timeout = AbortSignal.timeout(limits.totalMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let host = url.host;
  const ask = (at: URL): Promise<Answer> => {
    host = at.host;
    return request(at, { dispatcher: agent, signal, headers: requestHeaders(options) });
  };
  try {
    const { answer, ...found } = await followRedirects(url, ask, limits.redirects, mayReach);
    return await readFetched(answer, found, options, limits.bytes);
  } catch (error) {
    throw explainFetchError(error, host, limits);
  } finally {
    await agent.destroy();
  }
}

function requestHeaders({ etag, lastModified, contact }: FetchOptions): Record<string, string> {
  return {
    'user-agent': userAgent(contact ?? null),
    accept: ACCEPT,
    'accept-encoding': CODINGS,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

async function readFetched(
  { statusCode, headers, body }: Answer,
  { url, movedTo }: { url: URL; movedTo: string | null },
  { etag, lastModified, clock = systemClock }: FetchOptions,
  most: number,
): Promise<FetchedFeed> {
  const freshness = readFreshness(headers, clock());
  const fetched = { ...freshness, url: url.href, movedTo };
  const unread = (): Readable => body.on('error', () => {}).destroy();

  if (statusCode === 304 && (etag || lastModified)) {
    unread();
    return { ...fetched, notModified: true };
  }
  if (statusCode !== 200 && statusCode !== 203) {
    unread();
    throw refuseStatus(url.host, statusCode, freshness);
  }
  if (Number(header(headers, 'content-length') ?? 0) > most) {
    unread();
    throw tooLarge(url.host, most);
  }
  return {
    ...fetched,
    notModified: false,
    bytes: await readAnswer(body, header(headers, 'content-encoding'), most, url.host),
    contentType: header(headers, 'content-type'),
    etag: validator(header(headers, 'etag')),
    lastModified: validator(header(headers, 'last-modified')),
    nextUrl: nextPageOf(url, headers),
  };
}

/** What we send back as it came: nothing a header line could not hold. */
function validator(value: string | null): string | null {
  return value !== null && value.length <= MOST_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : null;
}
