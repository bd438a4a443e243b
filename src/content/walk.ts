import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Listing } from './listing.js';
import type { Term, Terms } from './selection.js';

/** The index that a list walks: its rows lie in the order of the list, for each key (and for each key and language). */
export interface Walk {
  /** An index table, called `filed` where it is read; null for `article` itself. */
  table: 'article_topic' | 'article_event' | 'article_country' | null;
  /** What the keys stand in; null for a walk over every article. */
  column: Sql | null;
  keys: (number | string)[];
  /** The keys as one array of SQL. */
  keyArray: Sql;
  /** Whether an article under a descendant of the topic does not count. */
  exact: boolean;
  /** The terms of the selection that walking these keys already meets. */
  met: Set<unknown>;
  publishedAt: Sql;
  id: Sql;
  language: Sql;
}

/** Chooses the walk: what the list hangs on, else the first kind of term that the selection names, else every article. */
export function walkOf({ within, selection }: Listing): Walk {
  if (within?.kind === 'topic') return filedWalk('article_topic', 'topic_id', [within.id]);
  if (within?.kind === 'event') return filedWalk('article_event', 'event_id', [within.id]);
  if (within?.kind === 'source') return articleWalk([within.id]);

  const { topics, events, countries, sources } = selection;
  const [topic, event, country, source] = [wanted(topics), wanted(events), wanted(countries), wanted(sources)];
  if (topic.length > 0) return filedWalk('article_topic', 'topic_id', keysOf(topic), topic, topics.exact);
  if (event.length > 0) return filedWalk('article_event', 'event_id', keysOf(event), event);
  if (country.length > 0) return filedWalk('article_country', 'country', keysOf(country), country);
  return articleWalk(keysOf(source), source);
}

/** What is read to walk: the index table joined with its articles. */
export function walkedTables({ table }: Walk): Sql {
  return table ? sql`${raw(table)} filed join article on article.id = filed.article_id` : sql`article`;
}

/** The condition of one step of the walk: one key, or all of them where none is given. */
export function stepCondition({ column, keyArray, exact }: Walk, key: Sql | null): Sql {
  if (!column) return sql`true`;
  return sql`${column} = ${key ?? sql`any(${keyArray})`} ${exact ? sql`and filed.exact` : empty}`;
}

/** The walk as a statement sees it that reads `article` alone: see walkedCondition. */
export function unfiled(walk: Walk): Walk {
  return { ...walk, ...ITSELF };
}

/** The same, where only `article` is read: for counts, facets and lists in another order than the index has. */
export function walkedCondition(walk: Walk, key: Sql | null): Sql {
  const condition = stepCondition(walk, key);
  if (!walk.table) return condition;
  return sql`article.id in (select filed.article_id from ${raw(walk.table)} filed where ${condition})`;
}

/** The terms of which an article must carry one: any, or else the first of all. */
function wanted<Key>({ any, all }: Terms<Key>): Term<Key>[] {
  return any.length > 0 ? any : all.slice(0, 1);
}

function keysOf<Key>(terms: Term<Key>[]): Key[] {
  return terms.map(term => term.key);
}

const FILED = { publishedAt: raw('filed.published_at'), id: raw('filed.article_id'), language: raw('filed.language') };
const ITSELF = { publishedAt: raw('article.published_at'), id: raw('article.id'), language: raw('article.language') };

function filedWalk(
  table: NonNullable<Walk['table']>,
  column: string,
  keys: Walk['keys'],
  met: unknown[] = [],
  exact = false,
): Walk {
  const keyArray = table === 'article_country' ? sql`${keys}::text[]` : sql`${keys}::bigint[]`;
  return { table, column: raw(`filed.${column}`), keys, keyArray, exact, met: new Set(met), ...FILED };
}

function articleWalk(keys: number[], met: unknown[] = []): Walk {
  const column = keys.length > 0 ? raw('article.source_id') : null;
  return {
    table: null,
    column,
    keys,
    keyArray: sql`${keys}::bigint[]`,
    exact: false,
    met: new Set(met),
    ...ITSELF,
  };
}
