import type { Context } from '../graphql/context.js';
import type { FeedToken } from '../partners/feed-token.js';
import { FeedLinks, feedLinks } from './feed-links.js';

/** The addresses that a token is for, with it in them; null where its feed is kept no longer. */
export function tokenLinks(
  { feedId }: FeedToken,
  text: string,
  { reference, publicUrl }: Pick<Context, 'reference' | 'publicUrl'>,
): FeedLinks | null {
  const query = new URLSearchParams({ token: text }).toString();
  if (feedId === null) return feedLinks(publicUrl, '/feeds', query);
  const feed = reference.feeds.find(({ id }) => id === feedId);
  return feed ? feedLinks(publicUrl, `/feeds/${feed.slug}`, query) : null;
}
