import type { ApiKey } from './api-key.js';
import type { FeedToken } from './feed-token.js';
import type { Licence } from './licence.js';
import type { Partner } from './partner.js';
import type { Scope } from './scope.js';

/** Who is asking: a partner, or a visitor who has no key, and what they may have. */
export interface Reader {
  /** Null for a visitor. */
  readonly partner: Partner | null;
  /** What the reader is known by; null for a visitor. */
  readonly key: ApiKey | null;
  /** Of a partner that asks for one feed with a token: it has no key then, and may do nothing but read that feed. */
  readonly token?: FeedToken;
  readonly scopes: ReadonlySet<Scope>;
  /** Those of the partner and the public ones, whether they are in force now or not. */
  readonly licences: readonly Licence[];
}

/** Somebody without a key, who has what is public. */
export function visitorReader(licences: readonly Licence[]): Reader {
  const known = visitors.get(licences);
  if (known) return known;
  const ofAll = licences.filter(({ partnerId }) => partnerId === null);
  const visitor: Reader = { partner: null, key: null, scopes: new Set(['read']), licences: ofAll };
  visitors.set(licences, visitor);
  return visitor;
}

/** Visitors are all alike for as long as the licences are. */
const visitors = new WeakMap<readonly Licence[], Reader>();

/** A partner by itself, whatever key it asks with: its licences and the public ones. */
export function partnerReader(partner: Partner, licences: readonly Licence[]): Reader {
  const isTheirs = ({ partnerId }: Licence): boolean => partnerId === null || partnerId === partner.id;
  return { partner, key: null, scopes: new Set(['read']), licences: licences.filter(isTheirs) };
}
