import type { MediaKind } from './media.js';
import type { Span } from './read-date-range.js';
import type { Selection, Terms } from './selection.js';
import { tagsTaken } from './tags-taken.js';

/** What a selection looks at, of one version of one article. */
export interface RoutingFacts {
  language: string;
  sourceId: number;
  /** What it is filed under itself. */
  topicIds: number[];
  /** The same, and every topic above. */
  filedIds: number[];
  eventIds: number[];
  countries: string[];
  mediaKinds: MediaKind[];
  publishedAt: Date;
  updatedAt: Date;
  /** Whether its words meet the selection's text, as PostgreSQL says; true where the selection has none. */
  textMatches: boolean;
}

/**
 * Whether an article is in a selection: the same answer as select-articles.ts gives in SQL, for an article as it was at any
 * revision. Needs no reference data newer than the article: topics are looked up among all that it was filed under, and
 * languages by the tags asked for.
 */
export function matchesSelection(facts: RoutingFacts, selection: Selection): boolean {
  const { topics, events, sources, countries, wantedLanguages, published, updated, mediaKinds } = selection;
  return (
    !selection.nothing &&
    facts.textMatches &&
    carries(topics.exact ? facts.topicIds : facts.filedIds, topics) &&
    carries(facts.eventIds, events) &&
    carries(facts.countries, countries) &&
    carries([facts.sourceId], sources) &&
    (wantedLanguages === null || tagsTaken(wantedLanguages, [facts.language]).length > 0) &&
    isWithin(facts.publishedAt, published) &&
    isWithin(facts.updatedAt, updated) &&
    (mediaKinds === null || mediaKinds.some(kind => facts.mediaKinds.includes(kind)))
  );
}

function carries<Key>(keys: Key[], { any, all, none }: Terms<Key>): boolean {
  const has = ({ key }: { key: Key }): boolean => keys.includes(key);
  return (any.length === 0 || any.some(has)) && all.every(has) && !none.some(has);
}

function isWithin(moment: Date, { from, to }: Span): boolean {
  return (from === null || moment >= from) && (to === null || moment < to);
}
