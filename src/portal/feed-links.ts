import { FEED_FORMATS } from '../feeds/write-feed.js';
import { writeAddress } from '../lists/write-list-query.js';

/** A feed of what a page shows. */
export interface FeedLink {
  /** What its address ends in. */
  ending: string;
  name: string;
  type: string;
  url: string;
}

/** The feeds of a list in every format, from its beginning. */
export function feedLinks(query: URLSearchParams, publicUrl: string): FeedLink[] {
  const first = new URLSearchParams(query);
  first.delete('after');
  return Object.entries(FEED_FORMATS).map(([ending, { name, type }]) => ({
    ending,
    name,
    type: type.split(';', 1)[0]!,
    url: writeAddress(`${publicUrl}/feeds.${ending}`, first),
  }));
}
