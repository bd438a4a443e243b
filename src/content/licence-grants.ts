import sql, { join, type Sql } from 'sql-template-tag';
import type { Context } from '../graphql/context.js';
import type { Licence } from '../partners/licence.js';
import { licenceSelection } from './licence-selections.js';
import { ARTICLE, selectedConditions } from './selected-conditions.js';

/** Who is asking and when, by what topics, events and sources. */
export type Asking = Pick<Context, 'reader' | 'now' | 'reference'>;

/** A licence in force, with what it asks of an article that nothing else hides; nothing where it is for everything at once. */
export interface Grant {
  licence: Licence;
  conditions: Sql[];
}

/** What the reader's licences that are in force now ask of the row called `article`. */
export function licenceGrants({ reader, now, reference }: Asking): Grant[] {
  return reader.licences
    .filter(licence => isInForce(licence, now))
    .flatMap(licence => {
      const selection = licenceSelection(licence, reference, now);
      if (!selection) return [];
      const conditions = selectedConditions(selection, ARTICLE);
      if (licence.delaySeconds > 0) conditions.push(delayIsOver(licence, now));
      return [{ licence, conditions }];
    });
}

export function isInForce({ validFrom, validUntil }: Licence, at: Date): boolean {
  return (validFrom === null || validFrom <= at) && (validUntil === null || validUntil > at);
}

/** What one of the grants asks, whichever: true where one asks for nothing, and false where there is none. */
export function anyGrant(grants: Grant[]): Sql {
  if (grants.length === 0) return sql`false`;
  if (grants.some(({ conditions }) => conditions.length === 0)) return sql`true`;
  return sql`(${join(grants.map(wholeGrant), ' or ')})`;
}

/** Everything that a grant asks. */
export function wholeGrant({ conditions }: Grant): Sql {
  return conditions.length === 0 ? sql`true` : sql`(${join(conditions, ' and ')})`;
}

/** Whether the row called `article` is as old as a licence asks. */
export function delayIsOver({ delaySeconds }: Licence, now: Date): Sql {
  return sql`article.published_at <= ${new Date(now.getTime() - delaySeconds * 1_000)}::timestamptz`;
}
