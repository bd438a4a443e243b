import sql, { raw, type Sql } from 'sql-template-tag';
import type { Span } from './read-date-range.js';
import type { Selection, Term, Terms } from './selection.js';
import type { Walk } from './walk.js';

/** Where the conditions of a selection look, and which of its terms are met already. */
export type Place = Pick<Walk, 'met' | 'publishedAt' | 'language'>;

/** The table `article` itself, with nothing met. */
export const ARTICLE: Place = {
  met: new Set(),
  publishedAt: raw('article.published_at'),
  language: raw('article.language'),
};

/** A selection as SQL: every condition on `article` that is not met already; none for a selection of everything. */
export function selectedConditions(selection: Selection, place: Place): Sql[] {
  const { topics, events, countries, sources, languages, mediaKinds, text } = selection;
  const conditions = [
    ...termConditions(topics, place, keys => sql`article.topic_ids && ${keys}::bigint[]`),
    ...termConditions(events, place, keys => sql`article.event_ids && ${keys}::bigint[]`),
    ...termConditions(countries, place, keys => sql`article.countries && ${keys}::text[]`),
    ...termConditions(sources, place, keys => sql`article.source_id = any(${keys}::bigint[])`),
    ...spanConditions(place.publishedAt, selection.published),
    ...spanConditions(raw('article.updated_at'), selection.updated),
  ];
  if (languages) conditions.push(languageCondition(place.language, languages));
  if (mediaKinds) {
    conditions.push(sql`article.media @> any(${mediaKinds.map(kind => JSON.stringify([{ kind }]))}::jsonb[])`);
  }
  if (text !== null) {
    conditions.push(sql`article.id in (select article_id from article_search where words @@ ${text}::tsquery)`);
  }
  if (selection.nothing) conditions.push(sql`false`);
  return conditions;
}

/** One language is an equation, so that PostgreSQL before 17 too takes an index on it for ordered. */
function languageCondition(column: Sql, languages: string[]): Sql {
  return languages.length === 1 ? sql`${column} = ${languages[0]}` : sql`${column} = any(${languages}::text[])`;
}

function termConditions<Key>({ any, all, none }: Terms<Key>, { met }: Place, carries: (keys: Key[]) => Sql): Sql[] {
  const covered = (terms: Term<Key>[]): Key[] => terms.flatMap(term => term.covers);
  return [
    ...(any.some(term => !met.has(term)) ? [carries(covered(any))] : []),
    ...all.filter(term => !met.has(term)).map(term => carries(term.covers)),
    ...(none.length > 0 ? [sql`not ${carries(covered(none))}`] : []),
  ];
}

function spanConditions(column: Sql, { from, to }: Span): Sql[] {
  return [
    ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
  ];
}
