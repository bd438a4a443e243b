import { Refusal } from '../refusal.js';
import { quotaHeaders } from './quota-headers.js';
import type { QuotaLimits, QuotaStore, Spending } from './quota-store.js';

/** Where a reader stands: the window that has the least points left. */
export interface QuotaStanding {
  remaining: number;
  /** When all the points of that window are there again. */
  resets: Date;
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

/** What the reader of one request may spend. */
export class QuotaAccount {
  readonly limits: QuotaLimits;
  readonly #holder: QuotaHolder;
  #spending: Spending | null = null;
  #spent = 0;

  constructor(holder: QuotaHolder) {
    this.limits = holder.limits;
    this.#holder = holder;
  }

  /** Takes what a query may cost. Throws a Refusal (QUOTA_EXCEEDED). */
  async spend(points: number): Promise<void> {
    if (await this.tryToSpend(points)) return;
    throw exceeded(points, this.#leftOf(this.#spending!), this.#holder.now);
  }

  /** The same, and says whether there was room for it. */
  async tryToSpend(points: number): Promise<boolean> {
    if (this.#spending?.taken && points <= this.#spent) return true; // Asked again for the same request, which pays once.
    const { key, limits, now, store } = this.#holder;
    this.#spending = await store.take(key, points, limits, now);
    this.#spent = this.#spending.taken ? points : 0;
    return this.#spending.taken;
  }

  /** Gives back what the query has not cost, and writes down what it has. */
  async settle(actual: number): Promise<void> {
    const back = Math.max(0, this.#spent - actual);
    this.#holder.note(Math.min(this.#spent, actual));
    this.#spent -= back;
    if (!this.#spending || back === 0) return;
    this.#spending.minute.points -= back;
    this.#spending.day.points -= back;
    await this.#spending.giveBack(back);
  }

  /** Null before anything was spent. */
  standing(): QuotaStanding | null {
    if (!this.#spending) return null;
    const { minute, day } = this.#leftOf(this.#spending);
    const { remaining, resets } = day.remaining < minute.remaining ? day : minute;
    return { remaining, resets };
  }

  /** RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers). */
  headers(): Record<string, string> {
    return this.#spending ? quotaHeaders(this.#leftOf(this.#spending), this.#holder.now) : {};
  }

  #leftOf({ minute, day }: Spending): { minute: Left; day: Left } {
    const { costPerMinute, costPerDay } = this.limits;
    return { minute: left(costPerMinute, minute), day: left(costPerDay, day) };
  }
}

/** What is left in a window. */
export interface Left extends QuotaStanding {
  limit: number;
}

function left(limit: number, { points, endsAt }: Spending['minute']): Left {
  return { limit, remaining: Math.max(0, limit - points), resets: endsAt };
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
