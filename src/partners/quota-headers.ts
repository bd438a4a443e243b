import type { Left } from './quota-account.js';
import { DAY_MS, MINUTE_MS } from './quota-store.js';

/** Where a reader stands, in the header fields of draft-ietf-httpapi-ratelimit-headers: a list of policies, and what is left of each. */
export function quotaHeaders({ minute, day }: { minute: Left; day: Left }, now: Date): Record<string, string> {
  return {
    'ratelimit-policy': `${policyOf('minute', minute, MINUTE_MS)}, ${policyOf('day', day, DAY_MS)}`,
    ratelimit: `${stateOf('minute', minute, now)}, ${stateOf('day', day, now)}`,
  };
}

/** The quota, its unit, and seconds of the window. */
function policyOf(name: string, { limit }: Left, ms: number): string {
  return `"${name}";q=${limit};qu="points";w=${ms / 1_000}`;
}

/** What remains, and seconds until all of it is there again. */
function stateOf(name: string, { remaining, resets }: Left, now: Date): string {
  const seconds = Math.max(0, Math.ceil((resets.getTime() - now.getTime()) / 1_000));
  return `"${name}";r=${remaining};t=${seconds}`;
}
