import { readSelection } from '../content/selection.js';
import type { Context } from '../graphql/context.js';
import { entitlementAt } from './entitlement.js';
import { mayHaveNow } from './may-have-now.js';
import { shareOf, type StateFacts } from './may-have.js';
import { readEntitlements } from './read-entitlements.js';
import { selectLicences } from './select-licences.js';
import { reviveFacts, type StoredFacts } from './state-facts.js';

/** A withdrawal, and its article as it was just before. */
export interface WithdrawnState {
  /** That of the change that withdrew it. */
  revision: number;
  withdrawnAt: Date;
  state: StoredFacts;
}

/**
 * Those whose article the reader could have had when it was withdrawn, by the licences of then, and could still have, by those of now:
 * a licence that came later tells of nothing that was gone before it. One statement, where any are left to ask it for.
 */
export async function hadWhenWithdrawn<Row extends WithdrawnState>(rows: Row[], context: Context): Promise<Row[]> {
  const { db, reader, reference, now } = context;
  const still = rows.filter(row => mayHaveNow(context, factsOf(row)));
  if (still.length === 0) return [];

  const first = Math.min(...still.map(({ revision }) => revision));
  const { history } = await readEntitlements(db, reader, first - 1, now);
  const { selectionOf } = await selectLicences(history, context);
  const everything = readSelection({}, reference, now);
  return still.filter(row => {
    const then = entitlementAt(history, row.revision - 1);
    return shareOf(factsOf(row), everything, then, selectionOf) !== null;
  });
}

/** As it was at the moment of its withdrawal: as old as a licence with a delay asks, or not. */
function factsOf({ state, withdrawnAt }: WithdrawnState): StateFacts {
  return { ...reviveFacts(state), happenedAt: withdrawnAt };
}
