import type { Reader } from '../partners/reader.js';
import type { Reference } from './reference.js';
import type { SavedFeed } from './saved-feed.js';

/** The feed of a slug as a reader knows it: its own before everybody's; null where there is neither. */
export function findFeed(slug: string, { partner }: Reader, { feeds }: Reference): SavedFeed | null {
  const named = feeds.filter(feed => feed.slug === slug);
  const own = named.find(({ partnerId }) => partnerId !== null && partnerId === partner?.id);
  return own ?? named.find(({ partnerId }) => partnerId === null) ?? null;
}
