import type { EntityManager } from 'typeorm';
import type { Config } from '../config.js';
import { countUsage } from './count-usage.js';
import { insureQuota } from './insure-quota.js';
import { QuotaAccount } from './quota-account.js';
import { quotaInMemory } from './quota-in-memory.js';
import { quotaInPostgres } from './quota-in-postgres.js';
import { quotaInRedis } from './quota-in-redis.js';
import { PARTNER_ACCOUNT, type QuotaStore } from './quota-store.js';
import type { Reader } from './reader.js';
import { visitorAddress } from './visitor-address.js';

/** The quotas of all readers, and what they have used. */
export interface Quotas {
  /** The account of who asks now, from an address. */
  of: (reader: Reader, address: string, now: Date) => QuotaAccount;
  /** Writes down what has been used up to now. */
  writeUsage: () => Promise<void>;
  close: () => Promise<void>;
}

/** What is said about quotas in the settings. */
export type QuotaSettings = Pick<
  Config,
  'QUOTA_STORE' | 'REDIS_URL' | 'VISITOR_COST_PER_MINUTE' | 'VISITOR_COST_PER_DAY'
>;

/** @param onTrouble Told when quotas are counted apart for a while, or usage cannot be written. */
export async function openQuotas(
  db: EntityManager,
  settings: QuotaSettings,
  onTrouble: (error: unknown, what: string) => void,
): Promise<Quotas> {
  const away = (error: unknown): void => onTrouble(error, 'The store of quotas is away: this process counts by itself');
  const store = await openStore(db, settings, away);
  const usage = countUsage(db, error => onTrouble(error, 'Usage waits for the database'));
  const visitors = { costPerMinute: settings.VISITOR_COST_PER_MINUTE, costPerDay: settings.VISITOR_COST_PER_DAY };
  return {
    of({ partner }, address, now) {
      if (!partner) {
        return new QuotaAccount({ key: visitorAddress(address), limits: visitors, now, store, note: () => {} });
      }
      const note = (points: number): void => usage.note(partner.id, now, points);
      return new QuotaAccount({ key: `${PARTNER_ACCOUNT}${partner.id}`, limits: partner, now, store, note });
    },
    writeUsage: usage.write,
    async close() {
      await usage.close();
      await store.close();
    },
  };
}

async function openStore(
  db: EntityManager,
  { QUOTA_STORE, REDIS_URL = '' }: QuotaSettings,
  onAway: (error: unknown) => void,
): Promise<QuotaStore> {
  if (QUOTA_STORE === 'redis') return insureQuota(await quotaInRedis(REDIS_URL), onAway);
  if (QUOTA_STORE === 'postgres') return insureQuota(quotaInPostgres(db), onAway);
  return quotaInMemory();
}
