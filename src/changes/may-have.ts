import type { ArticleRights } from '../content/article-rights.js';
import { matchesSelection, type RoutingFacts } from '../content/match-selection.js';
import type { Selection } from '../content/selection.js';
import type { Entitlement } from './entitlement.js';
import type { LicenceState } from './licence-state.js';

/** An article as a change left it: what decides who may have it, and what tells one version from the next. */
export interface StateFacts extends Omit<RoutingFacts, 'textMatches'> {
  revision: number;
  happenedAt: Date;
  version: number;
  /** Those of the texts looked for that its words meet. */
  texts: string[];
  withdrawn: boolean;
  embargoed: boolean;
  expired: boolean;
  rights: ArticleRights;
}

/** What a reader may have of an article that it may have: its headline and lede at least. */
export interface Share {
  text: boolean;
  media: boolean;
}

/** What each licence selects; null where that cannot be read any more, so that it grants nothing. */
export type LicenceSelections = (licence: LicenceState) => Selection | null;

/**
 * What a reader is to have of an article in its copy of a selection, by the article and the licences as they were at a revision;
 * null for nothing, and for an article that was not there: the gate (entitled-articles.ts) for the log.
 */
export function shareOf(
  state: StateFacts | null,
  selection: Selection,
  { licences, country }: Entitlement,
  selectionOf: LicenceSelections,
): Share | null {
  if (state === null || state.withdrawn || state.expired || !isInTerritory(state.rights, country)) return null;
  if (!isSelected(state, selection)) return null;

  const granting = licences.filter(licence => {
    const its = selectionOf(licence);
    return its !== null && grants(licence, its, state);
  });
  if (granting.length === 0) return null;
  return { text: granting.some(({ text }) => text), media: granting.some(({ media }) => media) };
}

/** By the time of the later of the two changes that made them so: what no change has told of yet has not happened. */
function grants(licence: LicenceState, selection: Selection, state: StateFacts): boolean {
  if (state.embargoed && !licence.embargoAccess) return false;
  const at = Math.max(state.happenedAt.getTime(), licence.happenedAt.getTime());
  const isOldEnough = licence.delaySeconds === 0 || state.publishedAt.getTime() + licence.delaySeconds * 1_000 <= at;
  return isOldEnough && isSelected(state, selection);
}

/** Whether a selection is for an article as it was at a revision. */
export function isSelected(state: StateFacts, selection: Selection): boolean {
  const textMatches = selection.text === null || state.texts.includes(selection.text);
  return matchesSelection({ ...state, textMatches }, selection);
}

function isInTerritory({ territories }: ArticleRights, country: string | null): boolean {
  if (country === null) return territories?.only === undefined;
  return (territories?.only?.includes(country) ?? true) && !(territories?.except?.includes(country) ?? false);
}
