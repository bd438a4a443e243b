import { nameIn } from '../content/name-in.js';
import type { SavedFeed } from '../content/saved-feed.js';
import { readFilter } from '../content/read-filter.js';
import type { Context } from '../graphql/context.js';
import { type ListRequest, readListRequest } from '../lists/list-request.js';
import { makeList } from '../lists/make-list.js';
import type { PublishedList } from '../lists/published-list.js';
import { Refusal } from '../refusal.js';

/** What may be said beside a feed that says by itself which articles it holds. */
const BESIDE = ['limit', 'after'];

/**
 * Reads what is said beside a selection that is kept: how many articles, and from where on. Refuses any other parameter
 * with BAD_USER_INPUT.
 */
export function readKeptRequest(filter: Record<string, unknown>, query: URLSearchParams): ListRequest {
  const foreign = [...query.keys()].find(name => !BESIDE.includes(name));
  if (foreign === undefined) return { ...readListRequest(query), filter: readFilter(filter) };
  const message = `This feed says by itself which articles it holds. Beside it stand ${BESIDE.join(' and ')}.`;
  throw new Refusal('BAD_USER_INPUT', message, { argument: foreign });
}

/** A page of a saved feed, under its own title, in its one language or in English. */
export async function savedList(
  { names, descriptions, filter, slug }: SavedFeed,
  context: Context,
  { query, publicUrl, url }: { query: URLSearchParams; publicUrl: string; url: URL },
): Promise<PublishedList> {
  const list = await makeList(readKeptRequest(filter, query), context, { publicUrl, url });
  const title = nameIn(names, list.language) ?? slug;
  return { ...list, title, description: nameIn(descriptions, list.language) ?? title };
}
