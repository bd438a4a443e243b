import sql, { raw } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import type { ArticleFacets } from './article-facets.js';
import { matchedArticles } from './count-articles.js';
import type { Listing } from './listing.js';
import { type Known, withAncestors } from './reference.js';

interface FacetRow {
  topicIds: number[] | null;
  eventIds: number[] | null;
  sourceId: number | null;
  language: string | null;
  count: number;
}

/** The facets of each listing: one statement each, which groups by the sets of topics and events as they lie on the rows. */
export async function facetsOfArticles(listings: readonly Listing[], context: Context): Promise<ArticleFacets[]> {
  return Promise.all(listings.map(listing => facetsOf(listing, context)));
}

async function facetsOf(listing: Listing, context: Context): Promise<ArticleFacets> {
  const key = listing.within ? raw(String(listing.within.id)) : null;
  const rows = await rowsOf<FacetRow>(
    context.db,
    sql`select topic_ids as "topicIds", event_ids as "eventIds", source_id as "sourceId", language, count(*) as count
      from ${matchedArticles(listing, key, context)}
      group by grouping sets ((topic_ids), (event_ids), (source_id), (language))`,
  );
  const { topics, events, sources } = context.reference;
  const tally = {
    topics: new Map<number, number>(),
    events: new Map<number, number>(),
    sources: new Map<number, number>(),
  };
  const languages: ArticleFacets['languages'] = [];

  for (const { topicIds, eventIds, sourceId, language, count } of rows) {
    if (topicIds) for (const id of withAncestors(topicIds, context.reference)) add(tally.topics, id, count);
    else if (eventIds) for (const id of eventIds) add(tally.events, id, count);
    else if (sourceId !== null) add(tally.sources, sourceId, count);
    else if (language !== null) languages.push({ language, count });
  }
  return {
    topicCounts: counted(tally.topics, topics, (topic, count) => ({ topic, count })),
    eventCounts: counted(tally.events, events, (event, count) => ({ event, count })),
    sources: counted(tally.sources, sources, (source, count) => ({ source, count })),
    languages: languages.toSorted(
      (one, other) => other.count - one.count || one.language.localeCompare(other.language),
    ),
  };
}

function add(tally: Map<number, number>, id: number, count: number): void {
  tally.set(id, (tally.get(id) ?? 0) + count);
}

function counted<Row extends { id: number }, Count>(
  tally: Map<number, number>,
  { byId }: Known<Row>,
  pair: (row: Row, count: number) => Count,
): Count[] {
  return [...tally]
    .toSorted(([oneId, one], [otherId, other]) => other - one || oneId - otherId)
    .flatMap(([id, count]) => {
      const row = byId.get(id);
      return row ? [pair(row, count)] : [];
    });
}
