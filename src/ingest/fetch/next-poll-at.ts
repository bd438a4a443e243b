/** What decides when a source is polled again. */
export interface PollRhythm {
  /** The source's own interval. */
  pollSeconds: number;
  /** Polls that have failed in a row. */
  failures: number;
  /** Retry-After of the answer, or null. */
  retryAfterSeconds: number | null;
  /** How long the answer is fresh, or null. */
  maxAgeSeconds: number | null;
}

const DAY = 86_400; // seconds
/** A site that says a year does not mean it; asking again after a week harms nobody. */
const LONGEST_WISH = 7 * DAY;
const JITTER = 0.1;

/**
 * When a source is polled again: after its interval, doubled by every failure up to a day; later where the source asks for it.
 * A tenth of that at most is added by chance (`random`, 0 to 1), so that sources added together are not polled together.
 */
export function nextPollAt(now: Date, rhythm: PollRhythm, random: () => number): Date {
  const { pollSeconds, failures, retryAfterSeconds, maxAgeSeconds } = rhythm;
  const doubled = Math.min(pollSeconds * 2 ** Math.min(failures, 30), Math.max(pollSeconds, DAY));
  const wished = Math.min(retryAfterSeconds ?? 0, LONGEST_WISH);
  const fresh = Math.min(maxAgeSeconds ?? 0, DAY);
  const seconds = Math.max(doubled, wished, fresh);

  return new Date(now.getTime() + Math.round(seconds * 1_000 * (1 + JITTER * random())));
}
