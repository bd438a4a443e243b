import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { QuotaStore, Window } from './quota-store.js';

/** More points than any limit, which is the partner's and not the limiter's: it counts, and we judge. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** What a limiter for the minute, or for the day, is made with. */
export const MINUTE_LIMITER = { keyPrefix: 'nhip-cau-minute', points: NO_LIMIT, duration: 60 };
export const DAY_LIMITER = { keyPrefix: 'nhip-cau-day', points: NO_LIMIT, duration: 86_400 };

/** Milliseconds before its end in which nothing is given back to a window, lest it should come into the next. */
const MARGIN_MS = 1_000;

/**
 * Quotas counted by two limiters, one of minutes and one of days. They count what is refused too, until it is given back a
 * moment later: in that moment a smaller query may be refused beside a larger one, but never one too many answered.
 */
export function quotaInLimiters(
  minute: RateLimiterAbstract,
  day: RateLimiterAbstract,
  close: () => Promise<void>,
): QuotaStore {
  return {
    async take(key, points, { costPerMinute, costPerDay }, now) {
      const [ofMinute, ofDay] = await Promise.all([minute.consume(key, points), day.consume(key, points)]);
      const begun = performance.now();
      const giveBack = async (back: number): Promise<void> => {
        const passed = performance.now() - begun;
        await Promise.all([
          ofMinute.msBeforeNext - passed > MARGIN_MS ? minute.reward(key, back) : null,
          ofDay.msBeforeNext - passed > MARGIN_MS ? day.reward(key, back) : null,
        ]);
      };
      const taken = ofMinute.consumedPoints <= costPerMinute && ofDay.consumedPoints <= costPerDay;
      if (!taken) await giveBack(points);
      const spent = taken ? 0 : points;
      return { taken, minute: windowOf(ofMinute, spent, now), day: windowOf(ofDay, spent, now), giveBack };
    },
    close,
  };
}

function windowOf({ consumedPoints, msBeforeNext }: RateLimiterRes, refused: number, now: Date): Window {
  return { points: Math.max(0, consumedPoints - refused), endsAt: new Date(now.getTime() + msBeforeNext) };
}
