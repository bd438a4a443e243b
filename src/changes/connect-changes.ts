import type { ChangeConnection } from './article-change.js';
import type { ChangePlace } from './change-cursor.js';
import type { ChangePage } from './page-changes.js';

/** A page as a connection; `after` is the cursor that it was asked for with. */
export function connectChanges(
  { found, place, more }: ChangePage,
  cursorOf: (place: ChangePlace) => string,
  after: string | null | undefined,
): ChangeConnection {
  // Whoever goes on from within the withdrawals that are delivered again gets them all again.
  const isCutShort = (index: number): boolean =>
    found[index]!.change.redelivery && (found[index + 1]?.change.redelivery ?? false);
  const edges = found.map(({ change, place: its }, index) => ({
    cursor: isCutShort(index) ? after! : cursorOf(its),
    node: change,
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    revision: place.phase === 'log' ? place.revision : null,
    pageInfo: {
      hasNextPage: more,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: cursorOf(place),
    },
  };
}
