import type { LicenceState } from './licence-state.js';

/** What a reader was let have at a revision: by which licences, and from where. */
export interface Entitlement {
  /** Those in force, the reader's own and the public ones. */
  licences: LicenceState[];
  /** ISO 3166-1 alpha-2; null where it is not known. */
  country: string | null;
}

/** A revision at which what a reader may have became another. */
export interface EntitlementChange {
  revision: number;
  happenedAt: Date;
  before: Entitlement;
  after: Entitlement;
}

/** What a reader was let have, from a revision on. */
export interface EntitlementHistory {
  /** The last revision that it knows of: the log must not be read any further by it. */
  head: number;
  first: Entitlement;
  /** In order. */
  changes: EntitlementChange[];
}

/** What held at a revision, which lies within the history. */
export function entitlementAt({ first, changes }: EntitlementHistory, revision: number): Entitlement {
  return changes.findLast(change => change.revision <= revision)?.after ?? first;
}

/** The change at a revision, or the next behind it. */
export function entitlementChangeFrom({ changes }: EntitlementHistory, revision: number): EntitlementChange | null {
  return changes.find(change => change.revision >= revision) ?? null;
}
