import type { FeedLimits } from './feed-limits.js';

/** What a parser of feeds has to know beside the text. */
export interface ParseOptions {
  /** Where the feed was found: what its relative links are relative to when it does not say. Absolute, or null. */
  baseUrl: string | null;
  limits: FeedLimits;
}
