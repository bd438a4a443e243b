import { FEED_LIMITS } from '../formats/feed-limits.js';

/** How much of a stranger's server we put up with while fetching one page of a feed. */
export interface FetchLimits {
  /** Bytes of the answer, after decompression. */
  bytes: number;
  /** Bytes of all header lines of one answer. */
  headerBytes: number;
  /** Milliseconds from the first look-up of a name to the last byte, redirects included. */
  totalMs: number;
  /** Milliseconds to look up a name and to connect. */
  connectMs: number;
  redirects: number;
}

export const FETCH_LIMITS: FetchLimits = {
  bytes: FEED_LIMITS.bytes,
  headerBytes: 32 * 1024,
  totalMs: 30_000,
  connectMs: 10_000,
  redirects: 5,
};
