import type { Reader } from '../partners/reader.js';
import sql, { empty, type Sql } from 'sql-template-tag';
import { anyGrant, type Asking, type Grant, licenceGrants } from './licence-grants.js';

export type { Asking } from './licence-grants.js';

/**
 * The gate: the condition under which a reader may take the row called `article` at a moment. Every statement that reads
 * articles starts here, so that no list, count, facet or search can tell of an article that the reader must not know of.
 */
export function entitledArticles(asking: Asking): Sql {
  if (seesEverything(asking.reader)) return sql`article.status <> 'withdrawn'`;
  return sql`article.status <> 'withdrawn'
    ${licensed(licenceGrants(asking), asking.now)}
    and (article.expires_at is null or article.expires_at > ${asking.now})
    and ${inTerritory(asking)}`;
}

/**
 * The desk's own keys read every article that is not withdrawn, whole: under embargo, expired, kept to any territory, and without
 * a licence. What is told as somebody's copy (changes, syncDigest) goes by licences alone, the desk's too: see asLicensed.
 */
export function seesEverything({ scopes }: Reader): boolean {
  return scopes.has('desk');
}

/** A reader as its licences alone have it. */
export function asLicensed(reader: Reader): Reader {
  return { ...reader, scopes: new Set([...reader.scopes].filter(scope => scope !== 'desk')) };
}

/** An embargo as it holds for everybody whose licence does not look behind it. */
export function embargoIsOver(now: Date): Sql {
  return sql`(article.embargoed_until is null or article.embargoed_until <= ${now})`;
}

/** A licence for everything asks no more than that the embargo be over: lists of the public demo stay as fast as without licences. */
function licensed(grants: Grant[], now: Date): Sql {
  const early = grants.filter(({ licence }) => licence.embargoAccess);
  const late = grants.filter(({ licence }) => !licence.embargoAccess);
  if (grants.length === 0) return sql`and false`;
  if (early.length === 0) return sql`and ${embargoIsOver(now)} ${and(anyGrant(late))}`;
  if (late.length === 0) return and(anyGrant(early));
  return and(sql`(${anyGrant(early)} or ${embargoIsOver(now)} and ${anyGrant(late)})`);
}

function and(condition: Sql): Sql {
  return condition.text === 'true' ? empty : sql`and ${condition}`;
}

/**
 * Whose country is not known, visitors among them, may take what is not kept to certain countries. The first two conditions are for the
 * planner, who knows from its statistics (of "rights", and of its territories as an expression) that one of them mostly holds.
 */
export function inTerritory({ reader }: Pick<Asking, 'reader'>): Sql {
  const country = reader.partner?.country ?? null;
  const isFree = sql`article.rights = '{}' or article.rights #> '{territories}' is null`;
  if (country === null) return sql`(${isFree} or article.rights #> '{territories,only}' is null)`;
  return sql`(${isFree} or (
    coalesce(article.rights #> '{territories,only}' ? ${country}::text, true)
    and not coalesce(article.rights #> '{territories,except}' ? ${country}::text, false)))`;
}
