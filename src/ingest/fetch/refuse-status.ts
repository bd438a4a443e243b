import { Refusal } from '../../refusal.js';
import type { Freshness } from './read-freshness.js';

const MEANINGS: Record<number, string> = {
  400: 'calls our request wrong: its address may not be complete',
  401: 'wants a user name and password, or a key',
  402: 'wants to be paid',
  403: 'forbids us to fetch it: ask its owners to allow the gateway',
  404: 'has nothing at this address: the feed may have moved',
  406: 'has it in no form that we read',
  410: 'has removed it for good',
  429: 'says that it is asked too often',
  451: 'may not show it for legal reasons',
  503: 'is out of service for now',
};

/** What is said of an answer whose status (RFC 9110, section 15) is not that of a feed. */
export function refuseStatus(host: string, status: number, freshness: Freshness): Refusal {
  const meaning =
    MEANINGS[status] ??
    (status >= 500
      ? 'has an error of its own'
      : status >= 400
        ? 'refuses our request'
        : 'sends something else than a feed');
  const again =
    freshness.retryAfterSeconds === null ? '' : `, and wants to be asked again in ${freshness.retryAfterSeconds} s`;

  return new Refusal('SOURCE_UNREACHABLE', `${host} ${meaning}${again} (HTTP status ${status}).`, {
    status,
    retryAfterSeconds: freshness.retryAfterSeconds,
  });
}
