import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DAY_LIMITER, MINUTE_LIMITER, quotaInLimiters } from './quota-in-limiters.js';
import { PARTNER_ACCOUNT, type QuotaStore } from './quota-store.js';
import { type VisitorAccounts, visitorAccounts } from './visitor-accounts.js';

/** They take 46 MiB when 200,000 visitors have come (measured on Node 20). */
const MOST_VISITORS: VisitorAccounts = { own: 50_000, shared: 1_024 };

/**
 * Quotas of this process alone; they begin anew when it does. Of visitors at most so many are counted apart in a day; every
 * partner is.
 */
export function quotaInMemory(visitors = MOST_VISITORS): QuotaStore {
  const accountOf = visitorAccounts(visitors);
  const store = quotaInLimiters(
    new RateLimiterMemory(MINUTE_LIMITER),
    new RateLimiterMemory(DAY_LIMITER),
    async () => {},
  );
  return {
    ...store,
    take(key, points, limits, now) {
      return store.take(key.startsWith(PARTNER_ACCOUNT) ? key : accountOf(key, now), points, limits, now);
    },
  };
}
