import { type ArticleRights, ArticleUse } from '../../content/article-rights.js';
import { commonPlaces, EVERYWHERE, isNowhere, NOWHERE, otherPlaces, type Places, territoriesOf } from './places.js';
import { readCountries } from './read-countries.js';
import type { StatedRights } from './with-terms.js';

/** A permission or a prohibition of ODRL, in whichever way it was written; names are the ends of their codes, in lower case. */
export interface PolicyRule {
  kind: 'permission' | 'prohibition';
  actions: string[];
  constraints: PolicyConstraint[];
}

interface PolicyConstraint {
  operand: string;
  operator: string;
  values: string[];
}

/** To prohibit one of these is to prohibit publication. */
const PUBLISHING = ['use', 'distribute', 'publish', 'reproduce', 'display', 'present'];
const INSIDE = ['eq', 'isanyof', 'ispartof'];
const OUTSIDE = ['neq', 'isnoneof'];

/** What partners are told where no more than a part of what can be done with an article is prohibited. */
const LIMITS: ReadonlyMap<string, ArticleRights> = new Map([
  ['translate', { mayTranslate: false }],
  ['modify', { mayEdit: false }],
  ['archive', { archiveDays: 0 }],
  ['print', { uses: [ArticleUse.WEB, ArticleUse.BROADCAST, ArticleUse.SOCIAL] }],
]);

const HELD = 'By its policy it may be published nowhere: it is kept from partners until the desk says what it allows.';

/**
 * What policies (ODRL 2.2, RightsML 2.0) together allow of an article; null for one that cannot be read. Where it may be published is
 * where every permission and no prohibition holds. What cannot be acted on (a place that is no country, a constraint of another kind)
 * errs on the side of the publisher: it is taken to limit as much as it can mean, and noted.
 */
export function policyRights(policies: (PolicyRule[] | null)[]): StatedRights {
  if (policies.includes(null)) {
    return { rights: { territories: NOWHERE }, notes: ['Its policy of rights cannot be read.', HELD] };
  }
  const rules = policies.flatMap(policy => policy ?? []);
  const unclear: string[] = [];
  const places = rules.map(rule => placesOf(rule, unclear)).reduce(commonPlaces, EVERYWHERE);
  const actions = rules.filter(isNarrow).flatMap(rule => rule.actions);
  const untold = actions.filter(action => !LIMITS.has(action));

  const limits = actions.reduce((all: ArticleRights, action) => ({ ...all, ...LIMITS.get(action) }), {});
  return {
    rights: { ...limits, ...territoriesOf(places) },
    notes: [
      ...(unclear.length > 0 ? [`Its policy limits it by ${quoted(unclear)}, of which the strictest is taken.`] : []),
      ...(isNowhere(places) ? [HELD] : []),
      ...(untold.length > 0 ? [`Its policy prohibits ${quoted(untold)}: say so in its usage terms.`] : []),
    ],
  };
}

/** Where a rule lets the article be published. Adds what it could not act on to what is unclear. */
function placesOf(rule: PolicyRule, unclear: string[]): Places {
  const { kind, constraints } = rule;
  if (isNarrow(rule)) return EVERYWHERE;
  const spatial = constraints.filter(({ operand }) => operand === 'spatial');
  const others = constraints.filter(({ operand }) => operand !== 'spatial');
  unclear.push(...others.map(({ operand }) => operand || 'an unnamed constraint'));

  // What else limits a permission may leave nothing of it, and what else limits a prohibition may leave all of it.
  if (kind === 'permission' && others.length > 0) return NOWHERE;
  const places = spatial.map(one => constrainedPlaces(one, kind, unclear)).reduce(commonPlaces, EVERYWHERE);
  return kind === 'permission' ? places : otherPlaces(places);
}

/** The places of a constraint: where that is not clear, too few for a permission, and too many for a prohibition. */
function constrainedPlaces(
  { operator, values }: PolicyConstraint,
  kind: PolicyRule['kind'],
  unclear: string[],
): Places {
  const { countries, unreadable } = readCountries(values);
  const isInside = INSIDE.includes(operator);
  const isKnown = (isInside || OUTSIDE.includes(operator)) && values.length > 0;
  unclear.push(...unreadable, ...(isKnown ? [] : [`spatial ${operator}`]));

  // Without some of its countries "only these" is fewer places, and "all but these" is more.
  const isSafe = unreadable.length === 0 || isInside === (kind === 'permission');
  if (isKnown && isSafe) return isInside ? { only: countries } : { except: countries };
  return kind === 'permission' ? NOWHERE : EVERYWHERE;
}

/** Whether a rule prohibits something less than publication. */
function isNarrow({ kind, actions }: PolicyRule): boolean {
  return kind === 'prohibition' && actions.length > 0 && !actions.some(action => PUBLISHING.includes(action));
}

function quoted(words: string[]): string {
  const some = [...new Set(words)].slice(0, 5).map(word => `"${word.slice(0, 50)}"`);
  return some.join(', ');
}
