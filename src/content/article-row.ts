import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Article } from './article.js';
import { embargoIsOver } from './entitled-articles.js';
import { type Asking, licenceGrants, wholeGrant } from './licence-grants.js';

/** An article as read: plain, with nothing hydrated, and with what lets the reader have it. */
export type ArticleRow = Omit<Article, 'embargoedUntil' | 'expiresAt'> & {
  /** Infinity for an embargo without an end. */
  embargoedUntil: Date | number | null;
  expiresAt: Date | number | null;
  /** The reader's licences in force that are for it. */
  licenceIds: number[];
};

/** A property of ArticleRow, for statements that read no more of it than is asked for. */
export type ArticleColumn = Exclude<keyof ArticleRow, 'id'>;

const COLUMNS: Record<Exclude<keyof ArticleRow, 'licenceIds'>, string> = {
  id: 'id',
  storyId: 'story_id',
  sourceId: 'source_id',
  language: 'language',
  headline: 'headline',
  lede: 'lede',
  url: 'url',
  bylines: 'bylines',
  publishedAt: 'published_at',
  updatedAt: 'updated_at',
  version: 'version',
  status: 'status',
  urgency: 'urgency',
  credit: 'credit',
  topicIds: 'topic_ids',
  eventIds: 'event_ids',
  countries: 'countries',
  media: 'media',
  rights: 'rights',
  embargoedUntil: 'embargoed_until',
  expiresAt: 'expires_at',
};

const ALL = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/**
 * The columns of ArticleRow, from the table called `article`.
 *
 * @param wanted What is read beside the id; null for all. Whoever names columns must not read others.
 */
export function articleColumns(asking: Asking, wanted: readonly ArticleColumn[] | null = null): Sql {
  if (!wanted) return sql`${raw(ALL.map(named).join(', '))}, ${coveringLicences(asking)} as "licenceIds"`;
  const columns = raw(['id' as const, ...wanted.filter(column => column !== 'licenceIds')].map(named).join(', '));
  return wanted.includes('licenceIds') ? sql`${columns}, ${coveringLicences(asking)} as "licenceIds"` : columns;
}

function named(property: keyof typeof COLUMNS): string {
  return `article.${COLUMNS[property]} as "${property}"`;
}

/** Which licences let the reader have the row: the same conditions as the gate's, one by one. */
function coveringLicences(asking: Asking): Sql {
  const grants = licenceGrants(asking);
  const anyEarly = grants.some(({ licence }) => licence.embargoAccess);
  const covering = grants.map(grant => {
    const { id, embargoAccess } = grant.licence;
    const key = raw(String(id));
    const embargo = anyEarly && !embargoAccess ? sql` and ${embargoIsOver(asking.now)}` : sql``;
    return grant.conditions.length === 0 && embargo.text === ''
      ? key
      : sql`case when ${wholeGrant(grant)}${embargo} then ${key} end`;
  });
  if (covering.length === 0) return sql`'{}'::bigint[]`;
  return sql`array_remove(array[${join(covering)}]::bigint[], null)`;
}
