import type { Headers } from './header.js';
import { header } from './header.js';

/** How long a source wants to be left alone; whole seconds, null where it does not say. */
export interface Freshness {
  /** Retry-After (RFC 9110, section 10.2.3), from now. */
  retryAfterSeconds: number | null;
  /** How much longer the answer is fresh: Cache-Control's max-age less Age (RFC 9111, section 4.2). */
  maxAgeSeconds: number | null;
}

export function readFreshness(headers: Headers, now: Date): Freshness {
  return { retryAfterSeconds: retryAfter(header(headers, 'retry-after'), now), maxAgeSeconds: maxAge(headers) };
}

function retryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now.getTime()) / 1_000));
}

function maxAge(headers: Headers): number | null {
  const control = header(headers, 'cache-control') ?? '';
  const seconds = /(?:^|[\s,])max-age="?(\d{1,9})\b/i.exec(control)?.[1];
  if (seconds === undefined || /\bno-(?:cache|store)\b/i.test(control)) return null;
  const age = /^\d{1,9}$/.exec(header(headers, 'age') ?? '')?.[0] ?? '0';
  return Math.max(0, Number(seconds) - Number(age));
}
