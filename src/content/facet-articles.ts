import sql, { type Sql } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import type { ArticleFacets } from './article-facets.js';
import { matchedArticles } from './count-articles.js';
import { groupListings, type Listing, selectForEach } from './listing.js';
import { type Known, type Reference, withAncestors } from './reference.js';

/** Articles that facets count, the newest of a list: a million take PostgreSQL 5 s, and what these are about the others are too. */
const MOST_COUNTED = 50_000;

interface FacetRow {
  topicIds: number[] | null;
  eventIds: number[] | null;
  sourceId: number | null;
  language: string | null;
  /** Of the row that is about no term: of all together. */
  whole: boolean;
  count: number;
}

/**
 * The facets of each listing, by the sets of topics and events as they lie on the rows; listings of one shape take one
 * statement together.
 *
 * @param most The newest of each list that are counted.
 */
export async function facetsOfArticles(
  listings: readonly Listing[],
  context: Context,
  most = MOST_COUNTED,
): Promise<ArticleFacets[]> {
  const rowsAt = listings.map((): FacetRow[] => []);

  for (const { places, listings: group } of groupListings(listings)) {
    const grouped = (key: Sql | null): Sql =>
      sql`select topic_ids as "topicIds", event_ids as "eventIds", source_id as "sourceId", language, count(*) as count,
          grouping(topic_ids, event_ids, source_id, language) = 15 as whole
        from (select topic_ids, event_ids, source_id, language from ${matchedArticles(group[0]!, key, context)}
          order by article.published_at desc, article.id desc limit ${most}::int) newest
        group by grouping sets ((topic_ids), (event_ids), (source_id), (language), ())`;
    const rows = await rowsOf<FacetRow & { place: number }>(context.db, selectForEach(group, grouped));
    for (const row of rows) rowsAt[places[row.place - 1]!]!.push(row);
  }
  return rowsAt.map(rows => facetsOf(rows, context.reference));
}

function facetsOf(rows: FacetRow[], reference: Reference): ArticleFacets {
  const { topics, events, sources } = reference;
  const tally = {
    topics: new Map<number, number>(),
    events: new Map<number, number>(),
    sources: new Map<number, number>(),
  };
  const languages: ArticleFacets['languages'] = [];
  let articles = 0;

  for (const { topicIds, eventIds, sourceId, language, whole, count } of rows) {
    if (whole) articles = count;
    else if (topicIds) for (const id of withAncestors(topicIds, reference)) add(tally.topics, id, count);
    else if (eventIds) for (const id of eventIds) add(tally.events, id, count);
    else if (sourceId !== null) add(tally.sources, sourceId, count);
    else if (language !== null) languages.push({ language, count });
  }
  return {
    articles,
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
