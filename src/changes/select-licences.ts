import { licenceSelection } from '../content/licence-selections.js';
import { loadReference } from '../content/reference.js';
import type { Selection } from '../content/selection.js';
import type { Context } from '../graphql/context.js';
import type { EntitlementHistory } from './entitlement.js';
import type { LicenceState } from './licence-state.js';
import type { LicenceSelections } from './may-have.js';

/** What the licences of a history select, and the texts that they look for. */
export interface SelectedLicences {
  selectionOf: LicenceSelections;
  texts: string[];
}

/**
 * Reads what each licence of a history selects; one whose filter counts back from now is known to the gate alone, and grants nothing in the
 * log. Where one cannot be read, this process may not have heard yet of the topic that it names: then topics, events and sources are read anew.
 */
export async function selectLicences(
  { first, changes }: EntitlementHistory,
  context: Pick<Context, 'db' | 'reference' | 'now'>,
): Promise<SelectedLicences> {
  const states = [...new Set([first, ...changes.map(({ after }) => after)].flatMap(({ licences }) => licences))].filter(
    state => !movesWithTime(state),
  );
  const read = (): Map<LicenceState, Selection | null> =>
    new Map(
      states.map(state => {
        const { licenceId: id, revision, filter } = state;
        return [state, licenceSelection({ id, revision, filter }, context.reference, context.now)];
      }),
    );
  let selections = read();
  if ([...selections.values()].includes(null)) {
    context.reference = await loadReference(context.db);
    selections = read();
  }
  const texts = [...selections.values()].flatMap(selection => selection?.text ?? []);
  return { selectionOf: state => selections.get(state) ?? null, texts: [...new Set(texts)] };
}

/** Time alone would move articles out of it, of which no change tells. */
export function movesWithTime({ filter }: Pick<LicenceState, 'filter'>): boolean {
  const spans = [filter.published, filter.updated] as ({ last?: string | null } | null | undefined)[];
  return spans.some(span => span?.last != null);
}
