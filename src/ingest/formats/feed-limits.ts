/** How much of one file or answer is read. Beyond it the whole of it is refused, with what would be right. */
export interface FeedLimits {
  /** Bytes before decoding. */
  bytes: number;
  items: number;
  /** XML elements in all, or JSON values: what bounds the memory that the tree takes (about 200 bytes each). */
  elements: number;
}

/** The largest feeds of real sites that we know hold 2,000 items in 8 MB. */
export const FEED_LIMITS: FeedLimits = { bytes: 32 * 1024 * 1024, items: 5000, elements: 500_000 };
