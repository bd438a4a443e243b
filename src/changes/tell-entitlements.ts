import type { CountryChange } from './country-change.js';
import type { Entitlement, EntitlementChange, EntitlementHistory } from './entitlement.js';
import type { LicenceState } from './licence-state.js';

/**
 * Puts the states of licences, in the order of their revisions, and the moves of a partner together to what held at a
 * revision and what changed behind it. `grants` tells which states let the reader have something: no other is a change.
 */
export function tellEntitlements(
  states: LicenceState[],
  grants: (state: LicenceState) => boolean,
  { moves, country }: { moves: CountryChange[]; country: string | null },
  from: number,
): Omit<EntitlementHistory, 'head'> {
  const held = new Map(states.filter(state => state.revision <= from).map(state => [state.licenceId, state]));
  const [firstMove] = moves.filter(move => move.revision > from);
  let present: Entitlement = {
    licences: [...held.values()].filter(grants),
    country: firstMove ? firstMove.former : country,
  };
  const told: { first: Entitlement; changes: EntitlementChange[] } = { first: present, changes: [] };

  const behind = [...states, ...moves].filter(({ revision }) => revision > from);
  for (const change of behind.toSorted((one, other) => one.revision - other.revision)) {
    const before = present;
    if ('licenceId' in change) {
      const former = held.get(change.licenceId);
      held.set(change.licenceId, change);
      if (!grants(change) && !(former && grants(former))) continue;
      present = { ...before, licences: [...held.values()].filter(grants) };
    } else {
      present = { ...before, country: change.country };
    }
    told.changes.push({ revision: change.revision, happenedAt: change.happenedAt, before, after: present });
  }
  return told;
}
