import type { PublishedList } from '../lists/published-list.js';
import { writeAtom } from './write-atom.js';
import { writeJsonFeed } from './write-json-feed.js';
import { writeNinjs } from './write-ninjs.js';
import { writeRss } from './write-rss.js';

/** How a feed is written. */
export interface WrittenFormat {
  name: string;
  type: string;
  write: (feed: PublishedList) => string;
  /** Whether it can say what was withdrawn. */
  withdrawn?: boolean;
  /** Whether it knows archives. */
  archives?: boolean;
}

/** The formats of a feed, by what its address ends in. */
export const FEED_FORMATS = {
  rss: { name: 'RSS 2.0', type: 'application/rss+xml; charset=utf-8', write: writeRss },
  atom: {
    name: 'Atom',
    type: 'application/atom+xml; charset=utf-8',
    write: writeAtom,
    withdrawn: true,
    archives: true,
  },
  json: { name: 'JSON Feed 1.1', type: 'application/feed+json; charset=utf-8', write: writeJsonFeed },
  ninjs: { name: 'ninjs 3.1', type: 'application/json; charset=utf-8', write: writeNinjs },
} as const satisfies Record<string, WrittenFormat>;

export type FeedFormat = keyof typeof FEED_FORMATS;
