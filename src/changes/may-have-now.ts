import { type Asking, isInForce } from '../content/licence-grants.js';
import { licenceSelection } from '../content/licence-selections.js';
import { readSelection } from '../content/selection.js';
import type { Licence } from '../partners/licence.js';
import type { LicenceState } from './licence-state.js';
import { shareOf, type StateFacts } from './may-have.js';
import { movesWithTime } from './select-licences.js';

/**
 * Whether a reader could have had an article, as a change left it, by the licences of now. A licence for a text, and one that
 * counts back from now, grants nothing here: the words of the time, and the time, would have to be asked for.
 */
export function mayHaveNow({ reader, reference, now }: Asking, state: StateFacts): boolean {
  const licences = reader.licences.filter(licence => isInForce(licence, now)).map(stateOf);
  const country = reader.partner?.country ?? null;
  return (
    shareOf(state, readSelection({}, reference, now), { licences, country }, licence =>
      movesWithTime(licence)
        ? null
        : licenceSelection(
            { id: licence.licenceId, revision: licence.revision, filter: licence.filter },
            reference,
            now,
          ),
    ) !== null
  );
}

/** As if it had always been so: a delay is judged by the change of the article alone. */
function stateOf({ id, revision, partnerId, filter, text, media, embargoAccess, delaySeconds }: Licence): LicenceState {
  const terms = { partnerId, filter, text, media, embargoAccess, delaySeconds };
  return { licenceId: id, revision, happenedAt: new Date(0), inForce: true, ...terms };
}
