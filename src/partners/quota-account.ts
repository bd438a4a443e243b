import { Refusal } from '../refusal.js';
import { quotaHeaders } from './quota-headers.js';
import type { QuotaLimits, QuotaStore, Spending } from './quota-store.js';

/** Where a reader stands: the window that has the least points left. */
export interface QuotaStanding {
  remaining: number;
  /** When all the points of that window are there again. */
  resets: Date;
}

/** What the reader of one request may spend. */
export interface QuotaAccount {
  limits: QuotaLimits;
  /** Takes what a query may cost. Throws a Refusal (QUOTA_EXCEEDED). */
  spend: (points: number) => Promise<void>;
  /** The same, and says whether there was room for it. */
  tryToSpend: (points: number) => Promise<boolean>;
  /** Gives back what the query has not cost, and writes down what it has. */
  settle: (actual: number) => Promise<void>;
  /** Null before anything was spent. */
  standing: () => QuotaStanding | null;
  /** RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers). */
  headers: () => Record<string, string>;
}

/** Whose account, by what is counted. */
export interface QuotaHolder {
  key: string;
  limits: QuotaLimits;
  now: Date;
  store: QuotaStore;
  /** Told once, what the request has cost in the end. */
  note: (points: number) => void;
}

export function quotaAccount({ key, limits, now, store, note }: QuotaHolder): QuotaAccount {
  let spending: Spending | null = null;
  let spent = 0;

  const leftOf = (windows: Spending) => ({
    minute: { limit: limits.costPerMinute, ...left(limits.costPerMinute, windows.minute) },
    day: { limit: limits.costPerDay, ...left(limits.costPerDay, windows.day) },
  });
  const standing = (): QuotaStanding | null => {
    if (!spending) return null;
    const { minute, day } = leftOf(spending);
    const { remaining, resets } = day.remaining < minute.remaining ? day : minute;
    return { remaining, resets };
  };
  async function tryToSpend(points: number): Promise<boolean> {
    if (spending?.taken && points <= spent) return true; // Asked again for the same request, which pays once.
    spending = await store.take(key, points, limits, now);
    spent = spending.taken ? points : 0;
    return spending.taken;
  }
  return {
    limits,
    standing,
    tryToSpend,
    async spend(points) {
      if (!(await tryToSpend(points))) throw exceeded(points, leftOf(spending!), now);
    },
    async settle(actual) {
      const back = Math.max(0, spent - actual);
      note(Math.min(spent, actual));
      spent -= back;
      if (!spending || back === 0) return;
      spending.minute.points -= back;
      spending.day.points -= back;
      await spending.giveBack(back);
    },
    headers: () => (spending ? quotaHeaders(leftOf(spending), now) : {}),
  };
}

/** What is left in a window. */
export interface Left extends QuotaStanding {
  limit: number;
}

function left(limit: number, { points, endsAt }: Spending['minute']): QuotaStanding {
  return { remaining: Math.max(0, limit - points), resets: endsAt };
}

function exceeded(cost: number, windows: { minute: Left; day: Left }, now: Date): Refusal {
  const window = windows.day.remaining < cost ? 'day' : 'minute';
  const { limit, remaining, resets } = windows[window];
  const details = { cost, window, limit, remaining };
  if (cost > limit) {
    const message = `This query may cost ${shown(cost)} points, and you have ${shown(limit)} a ${window}: it never fits. Ask for less at once.`;
    return new Refusal('QUOTA_EXCEEDED', message, details);
  }
  const retryAfterSeconds = Math.max(1, Math.ceil((resets.getTime() - now.getTime()) / 1_000));
  const message =
    `This query may cost ${shown(cost)} points, and of your ${shown(limit)} a ${window} ${shown(remaining)} are left. ` +
    `Ask again after ${resets.toISOString()}, in ${shown(retryAfterSeconds)} seconds, or for less at once; the desk can raise a partner's quota.`;
  return new Refusal('QUOTA_EXCEEDED', message, { ...details, resets: resets.toISOString(), retryAfterSeconds });
}

const shown = (points: number) => points.toLocaleString('en');
