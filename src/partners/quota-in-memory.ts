import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DAY_LIMITER, MINUTE_LIMITER, quotaInLimiters } from './quota-in-limiters.js';
import type { QuotaStore } from './quota-store.js';

/** Quotas of this process alone; they begin anew when it does. */
export function quotaInMemory(): QuotaStore {
  return quotaInLimiters(new RateLimiterMemory(MINUTE_LIMITER), new RateLimiterMemory(DAY_LIMITER), async () => {});
}
