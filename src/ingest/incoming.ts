import type { ArticleRights } from '../content/article-rights.js';

/** The formats that ingest reads, told apart by content. */
export const FORMATS = ['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2', 'wordpress'] as const;
export type Format = (typeof FORMATS)[number];

/** What one file or one answer of a source held, in the words of the source: nothing cleaned, matched or stored yet. */
export interface IncomingFeed {
  format: Format;
  /** The feed's own title as plain text, or null. */
  title: string | null;
  /** BCP 47 as the feed says it, or null. */
  language: string | null;
  /** One outcome per item, in the order of the feed: an item that cannot be read never loses the others. */
  items: (IncomingArticle | UnreadableItem)[];
  /** Where the next page is, when the format has pages (JSON Feed next_url, RFC 5005 next); absolute, or null. */
  nextUrl: string | null;
}

/** An item that is refused before anything of it is stored. */
export interface UnreadableItem {
  /** The item's own id, link or title, whatever there is to find it by; else its place, such as "item 3". */
  label: string;
  /** A sentence that says what is wrong and what would be right. */
  reason: string;
}

/** One article as a source told it. Text fields are plain text (entities resolved, markup gone); only bodyHtml is markup. */
export interface IncomingArticle {
  /** The item's own id (guid, atom:id, ninjs uri, NewsML guid), else its link, else null: then the headline and date stand in. */
  identity: string | null;
  /** What this article shares with its translations, when the source says so. */
  storyIdentity: string | null;
  /** BCP 47 as the item or its feed says it, or null. */
  language: string | null;
  /** May be empty where the source has none: then the lede's or body's first words stand in when it is stored. */
  headline: string;
  lede: string | null;
  /** Markup exactly as received: hostile until cleaned. */
  bodyHtml: string | null;
  /** Where the publisher shows it: absolute and http(s), or null. */
  url: string | null;
  /** What relative links in bodyHtml are relative to, or null. */
  baseUrl: string | null;
  bylines: string[];
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** Set when the item has a date that cannot be read: the text of it. */
  unreadableDate: string | null;
  /** IPTC: 1 high … 9 low; null where not said. */
  urgency: number | null;
  credit: string | null;
  /** Everything the item is filed under: categories, subjects, places, events, keywords. */
  subjects: IncomingSubject[];
  media: IncomingMedia[];
  /** IPTC pubStatus. */
  status: 'usable' | 'withheld' | 'canceled';
  /** Whether the source says that this puts right what it sent before. */
  isCorrection: boolean;
  /** Not to be shown before this moment; 'forever' for an embargo without an end; null for none. */
  embargoedUntil: Date | 'forever' | null;
  /** Not to be shown from this moment on. */
  expiresAt: Date | null;
  /** What the source says that it allows; left out where it says nothing. Terms are plain text. */
  rights?: ArticleRights;
  /** What was noticed and passed over, a sentence each: shown with the outcome. */
  notes: string[];
}

/** One category of an item: at least one of code and name is there. */
export interface IncomingSubject {
  /** A code or URI such as "medtop:11000000", "http://cv.iptc.org/newscodes/mediatopic/11000000" or a slug. */
  code: string | null;
  name: string | null;
  /** What the source says it is; null when it does not say. */
  kind: 'topic' | 'event' | 'country' | null;
}

export interface IncomingMedia {
  kind: 'picture' | 'video' | 'audio';
  /** Absolute and http(s). */
  url: string;
  mimeType: string | null;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
}
