import sql, { raw, type Sql } from 'sql-template-tag';
import type { StateFacts } from './may-have.js';

/** A state as JSON, or null; its words are those of its version, which is the present one or was kept when it was replaced. */
export function stateFacts(table: 'state' | 'former', text: string | null): Sql {
  const matches =
    text === null
      ? sql`true`
      : sql`coalesce(
          (select words from article_version kept where kept.article_id = ${raw(table)}.article_id and kept.version = ${raw(table)}.version),
          (select words from article_search search where search.article_id = ${raw(table)}.article_id)
        ) @@ ${text}::tsquery`;
  const members = FACTS.map(([name, column]) => `'${name}', ${table}.${column}`).join(', ');
  return sql`case when ${raw(table)}.article_id is not null then json_build_object(${raw(members)}, 'textMatches', ${matches}) end`;
}

const FACTS: [name: keyof StateFacts, column: string][] = [
  ['revision', 'revision'],
  ['version', 'version'],
  ['language', 'language'],
  ['sourceId', 'source_id'],
  ['topicIds', 'topic_ids'],
  ['filedIds', 'filed_ids'],
  ['eventIds', 'event_ids'],
  ['countries', 'countries'],
  ['mediaKinds', 'media_kinds'],
  ['publishedAt', 'published_at'],
  ['updatedAt', 'updated_at'],
  ['withdrawn', 'withdrawn'],
  ['embargoed', 'embargoed'],
  ['expired', 'expired'],
  ['rights', 'rights'],
];

/** The same as it comes back from JSON. */
export type StoredFacts = Omit<StateFacts, 'publishedAt' | 'updatedAt'> & { publishedAt: string; updatedAt: string };
export function reviveFacts(facts: StoredFacts): StateFacts {
  return { ...facts, publishedAt: new Date(facts.publishedAt), updatedAt: new Date(facts.updatedAt) };
}
