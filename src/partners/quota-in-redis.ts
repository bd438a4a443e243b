import { RateLimiterRedis } from 'rate-limiter-flexible';
import { DAY_LIMITER, MINUTE_LIMITER, quotaInLimiters } from './quota-in-limiters.js';
import type { QuotaStore } from './quota-store.js';

/** Milliseconds for an answer of Redis, and the longest pause between two attempts to reach it. */
const ANSWER_MS = 500;
const LONGEST_PAUSE_MS = 2_000;

/** Quotas of all processes that share a Redis, which may be away: then `take` fails at once, or after half a second. */
export async function quotaInRedis(url: string): Promise<QuotaStore> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    retryStrategy: times => Math.min(times * 100, LONGEST_PAUSE_MS),
  });
  // Whoever takes points hears of it; ioredis connects again by itself.
  redis.on('error', () => {});
  await Promise.race([redis.connect().catch(() => {}), new Promise(resolve => setTimeout(resolve, ANSWER_MS).unref())]);

  const store = { storeClient: redis, rejectIfRedisNotReady: true };
  return quotaInLimiters(
    new RateLimiterRedis({ ...MINUTE_LIMITER, ...store }),
    new RateLimiterRedis({ ...DAY_LIMITER, ...store }),
    async () => redis.disconnect(),
  );
}
