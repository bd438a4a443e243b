import { matchesSelection, type RoutingFacts } from '../content/match-selection.js';
import type { Selection } from '../content/selection.js';
import type { Reader } from '../partners/reader.js';

/** An article as a change left it: what decides who may have it, and what tells one version from the next. */
export interface StateFacts extends RoutingFacts {
  revision: number;
  version: number;
  withdrawn: boolean;
  embargoed: boolean;
  expired: boolean;
}

/** Whether a reader may have an article, as it was at a revision: the gate (entitled-articles.ts), for the change log. */
export function mayHave(_reader: Reader, state: StateFacts): boolean {
  return !state.withdrawn && !state.embargoed && !state.expired;
}

/** Whether an article is in a reader's copy of a selection, as it was at a revision; null is an article that was not there. */
export function isInCopy(reader: Reader, selection: Selection, state: StateFacts | null): boolean {
  return state !== null && mayHave(reader, state) && matchesSelection(state, selection);
}
