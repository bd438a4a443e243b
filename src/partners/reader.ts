import type { Licence } from './licence.js';

/** What a key may be used for. */
export type Scope = 'read' | 'webhooks' | 'desk' | 'admin';

/** Who is asking: a partner, or a visitor who has no key, and what they may have. */
export interface Reader {
  /** Null for a visitor. */
  readonly partner: { readonly id: number; readonly name: string; readonly country: string | null } | null;
  readonly scopes: ReadonlySet<Scope>;
  /** Those of the partner and the public ones, whether they are in force now or not. */
  readonly licences: readonly Licence[];
}

/** Somebody without a key, who has what is public. */
export function visitorReader(licences: readonly Licence[]): Reader {
  return { partner: null, scopes: new Set(['read']), licences: licences.filter(({ partnerId }) => partnerId === null) };
}
