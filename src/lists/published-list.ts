import type { ArticleRow } from '../content/article-row.js';
import type { Media } from '../content/media.js';

/** A page of a selection as feeds, embeds and pages publish it, with all that its reader may have. */
export interface PublishedList {
  title: string;
  description: string;
  /** The one language of all its articles (BCP 47); null where they may have several. */
  language: string | null;
  /** Absolute: where people go, this page of the feed, its first page, and the page after it. */
  homeUrl: string;
  selfUrl: string;
  firstUrl: string;
  nextUrl: string | null;
  /** Stays the same for every page and format, for as long as the gateway keeps its host (RFC 4151). */
  id: string;
  /** When something in it last changed; the Unix epoch for a feed without articles. */
  updatedAt: Date;
  items: ListedArticle[];
  /** What was withdrawn of it lately, on its first page, where that was asked for; the latest first. */
  withdrawn: WithdrawnItem[];
  /** Its archives, where they were asked for. */
  archive: ListArchive | null;
}

/** Where a list or one of its archives stands among them (RFC 5005, section 4). */
export interface ListArchive {
  /** Whether this is one whose time is over. */
  isArchive: boolean;
  /** Absolute: the list itself, and the archive before; null where there is none. */
  currentUrl: string;
  previousUrl: string | null;
}

/** An article that is no longer in a list. */
export interface WithdrawnItem {
  /** The same as it had there. */
  id: string;
  withdrawnAt: Date;
  /** What to tell readers. */
  note: string | null;
}

/** An article of a list. */
export interface ListedArticle {
  article: ArticleRow;
  /** As GraphQL gives it. */
  articleId: string;
  /** Stays the same through every version and in every list (RFC 4151). */
  id: string;
  /** The publisher's page; ours where it has none. */
  url: string;
  /** Our own page, to read it on. */
  pageUrl: string;
  /** Null where the reader's licences do not hold the text. */
  html: string | null;
  text: string | null;
  /** Empty where they do not hold the media. */
  media: Media[];
  credit: string;
  source: { name: string; homepage: string | null };
  topics: { slug: string; name: string }[];
  events: { slug: string; name: string }[];
}
