import type { LookupFunction } from 'node:net';
import type { Clock } from '../../clock.js';
import type { FetchLimits } from './fetch-limits.js';

/** How a feed is fetched. */
export interface FetchOptions {
  /** Whether loopback and private networks may be reached: only where whoever names the addresses is trusted. */
  allowPrivateAddresses: boolean;
  /** ETag of the answer that is held, to be told when nothing has changed (RFC 9110, section 13.1.2). */
  etag?: string | null;
  /** Last-Modified of the answer that is held (RFC 9110, section 13.1.3). */
  lastModified?: string | null;
  /** Where the source's technicians find who is asking; a URL. */
  contact?: string | null;
  /** Ends the fetch early. */
  signal?: AbortSignal;
  limits?: Partial<FetchLimits>;
  clock?: Clock;
  /** Finds the addresses of a name; the system's own when not given. What it finds is checked. */
  lookup?: LookupFunction;
  /** Which addresses count as public; those of the internet when not given. */
  isPublic?: (address: string) => boolean;
}
