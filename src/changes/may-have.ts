import type { ArticleRights } from '../content/article-rights.js';
import { type Asking, isInForce } from '../content/licence-grants.js';
import { licenceSelection } from '../content/licence-selections.js';
import { matchesSelection, type RoutingFacts } from '../content/match-selection.js';
import type { Selection } from '../content/selection.js';
import type { Licence } from '../partners/licence.js';

/** An article as a change left it: what decides who may have it, and what tells one version from the next. */
export interface StateFacts extends RoutingFacts {
  revision: number;
  version: number;
  withdrawn: boolean;
  embargoed: boolean;
  expired: boolean;
  rights: ArticleRights;
}

/** Whether a reader may have an article, as it was at a revision, by the licences of now: the gate (entitled-articles.ts) for the log. */
export function mayHave(asking: Asking, state: StateFacts): boolean {
  return (
    !state.withdrawn &&
    !state.expired &&
    isInTerritory(state.rights, asking) &&
    asking.reader.licences.some(licence => grants(licence, state, asking))
  );
}

/** Whether an article is in a reader's copy of a selection, as it was at a revision; null is an article that was not there. */
export function isInCopy(asking: Asking, selection: Selection, state: StateFacts | null): boolean {
  return state !== null && matchesSelection(state, selection) && mayHave(asking, state);
}

/** Licences whose time moves, or that look for words, are not known to the log: they grant nothing here. */
function isKnownToLog({ delaySeconds, filter }: Licence, selection: Selection | null): boolean {
  const spans = [filter.published, filter.updated] as ({ last?: string | null } | null | undefined)[];
  return selection !== null && delaySeconds === 0 && selection.text === null && spans.every(span => span?.last == null);
}

function grants(licence: Licence, state: StateFacts, { reference, now }: Asking): boolean {
  if (!isInForce(licence, now) || (state.embargoed && !licence.embargoAccess)) return false;
  const selection = licenceSelection(licence, reference, now);
  return (
    selection !== null &&
    isKnownToLog(licence, selection) &&
    matchesSelection({ ...state, textMatches: true }, selection)
  );
}

function isInTerritory({ territories }: ArticleRights, { reader }: Asking): boolean {
  const country = reader.partner?.country ?? null;
  if (country === null) return territories?.only === undefined;
  return (territories?.only?.includes(country) ?? true) && !(territories?.except?.includes(country) ?? false);
}
