import { canonicalFilter } from '../content/canonical-filter.js';
import { readFilter } from '../content/read-filter.js';
import type { SavedFeed } from '../content/saved-feed.js';
import type { Context } from '../graphql/context.js';
import { type ListRequest, readListRequest } from '../lists/list-request.js';
import { Refusal } from '../refusal.js';
import { findFeed } from '../content/find-feed.js';

/**
 * The saved feed of a slug that a reader finds, or has a token for. Throws a Refusal: NOT_FOUND where there is none,
 * UNAUTHENTICATED for a token of another feed.
 */
export function readSavedFeed(slug: string, { reader, reference }: Context): SavedFeed {
  const { token } = reader;
  if (token) {
    const feed = reference.feeds.find(({ id }) => id === token.feedId);
    if (feed?.slug === slug) return feed;
    throw ofAnother();
  }
  const feed = findFeed(slug, reader, reference);
  if (feed) return feed;
  throw new Refusal('NOT_FOUND', 'There is no such feed, or none that is yours.');
}

/**
 * Reads what is said beside a selection that is kept, such as how many articles, and from where on. Refuses with
 * BAD_USER_INPUT what would say which.
 */
export function readKeptRequest(filter: Record<string, unknown>, query: URLSearchParams): ListRequest {
  const request = readListRequest(query);
  if (!saysWhich(request)) return { ...request, filter: readFilter(filter) };
  throw new Refusal('BAD_USER_INPUT', 'This feed says by itself which articles it holds: its address may not.');
}

/**
 * The selection of an address; of a token, that of the token, which the address may leave out or say again. Throws a Refusal: BAD_USER_INPUT,
 * and UNAUTHENTICATED where the token is for other articles.
 */
export function readSelectedRequest(query: URLSearchParams, { reader: { token } }: Context): ListRequest {
  const request = readListRequest(query);
  if (!token) return request;
  if (token.filter === null) throw ofAnother();
  const filter = readFilter(token.filter);
  if (!saysWhich(request)) return { ...request, filter };
  if (inOneForm(request.filter) === inOneForm(filter)) return request;
  throw ofAnother();
}

function saysWhich({ filter }: ListRequest): boolean {
  return inOneForm(filter) !== '{}';
}

function inOneForm(filter: ListRequest['filter']): string {
  return JSON.stringify(canonicalFilter(filter));
}

function ofAnother(): Refusal {
  return new Refusal('UNAUTHENTICATED', 'This feed token is for another feed: each has its own.');
}
