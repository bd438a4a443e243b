import sql, { raw, type Sql } from 'sql-template-tag';
import type { StateFacts } from './may-have.js';

/** A state as JSON, or null; its words are those of its version, which is the present one or was kept when it was replaced. */
export function stateFacts(table: 'state' | 'former', texts: string[]): Sql {
  const met =
    texts.length === 0
      ? sql`'[]'::json`
      : sql`(select coalesce(json_agg(wanted.text), '[]') from unnest(${texts}::text[]) as wanted (text) where coalesce(
          (select words from article_version kept where kept.article_id = ${raw(table)}.article_id and kept.version = ${raw(table)}.version),
          (select words from article_search search where search.article_id = ${raw(table)}.article_id)
        ) @@ wanted.text::tsquery)`;
  const members = FACTS.map(([name, column]) => `'${name}', ${table}.${column}`).join(', ');
  return sql`case when ${raw(table)}.article_id is not null then json_build_object(${raw(members)}, 'texts', ${met}) end`;
}

const FACTS: [name: keyof StateFacts, column: string][] = [
  ['revision', 'revision'],
  ['happenedAt', 'happened_at'],
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

type Moment = 'happenedAt' | 'publishedAt' | 'updatedAt';
/** A state as it comes out of JSON. */
export type StoredFacts = Omit<StateFacts, Moment> & Record<Moment, string>;
/** A state as it went in. */
export function reviveFacts(facts: StoredFacts): StateFacts {
  const { happenedAt, publishedAt, updatedAt } = facts;
  return {
    ...facts,
    happenedAt: new Date(happenedAt),
    publishedAt: new Date(publishedAt),
    updatedAt: new Date(updatedAt),
  };
}
