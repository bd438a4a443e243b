import { isDeepStrictEqual } from 'node:util';
import type { IncomingArticle } from '../incoming.js';
import { readCountries } from './read-countries.js';

type Territories = NonNullable<NonNullable<IncomingArticle['rights']>['territories']>;

/** A permission or a prohibition of ODRL, in whichever way it was written; names are the ends of their codes, in lower case. */
export interface PolicyRule {
  kind: 'permission' | 'prohibition';
  actions: string[];
  constraints: { operand: string; operator: string; values: string[] }[];
}

const INSIDE = ['eq', 'isanyof', 'ispartof'];
const OUTSIDE = ['neq', 'isnoneof'];
/** What a prohibition must be of, to be one of the article altogether. */
const ALTOGETHER = ['use', 'distribute'];

/**
 * In which countries a policy (ODRL 2.2 and RightsML 2.0, constraint "spatial") lets an article be published, where that is plain: every
 * permission says the same of them, and what is prohibited is distribution as such and nothing but by country. Null for anything else.
 */
export function policyTerritories(rules: PolicyRule[]): Territories | null {
  const permissions = rules.filter(({ kind }) => kind === 'permission').map(placesOf);
  const [first = null] = permissions;
  const permitted = permissions.every(places => isDeepStrictEqual(places, first)) ? first : null;
  const prohibited = rules
    .filter(
      ({ kind, actions, constraints }) =>
        kind === 'prohibition' && constraints.length === 1 && actions.some(action => ALTOGETHER.includes(action)),
    )
    .flatMap(rule => placesOf(rule)?.inside ?? []);

  const except = [...new Set([...(permitted?.outside ?? []), ...prohibited])].toSorted();
  if (!permitted?.inside && except.length === 0) return null;
  return { ...(permitted?.inside ? { only: permitted.inside } : {}), ...(except.length > 0 ? { except } : {}) };
}

/** The countries that a rule is for, or is not for; null where it does not say, or says more than one thing of them. */
function placesOf({ constraints }: PolicyRule): { inside?: string[]; outside?: string[] } | null {
  const [spatial, another] = constraints.filter(({ operand }) => operand === 'spatial');
  if (!spatial || another) return null;
  const { countries, unreadable } = readCountries(spatial.values);
  if (countries.length === 0 || unreadable.length > 0) return null;
  if (INSIDE.includes(spatial.operator)) return { inside: countries };
  return OUTSIDE.includes(spatial.operator) ? { outside: countries } : null;
}
