import sql, { type Sql } from 'sql-template-tag';
import type { Licence } from '../partners/licence.js';
import { AccessRule } from './explanation.js';
import { embargoIsOver } from './entitled-articles.js';
import { type Asking, delayIsOver, isInForce } from './licence-grants.js';
import { licenceSelection } from './licence-selections.js';
import { ARTICLE, selectedConditions } from './selected-conditions.js';
import { readSelection, type Selection } from './selection.js';

/** A rule as it is asked of the row called `article`, with what to say of either outcome. */
export interface AskedRule {
  rule: AccessRule;
  condition: Sql;
  yes: string;
  no: string;
}

/** Parts of a filter, each with the members of the selection that it is read to. */
const PARTS: [part: string, rule: AccessRule, members: (keyof Selection)[]][] = [
  ['topics', AccessRule.TOPICS, ['topics']],
  ['events', AccessRule.EVENTS, ['events']],
  ['sources', AccessRule.SOURCES, ['sources']],
  ['countries', AccessRule.COUNTRIES, ['countries']],
  ['languages', AccessRule.LANGUAGES, ['languages', 'wantedLanguages']],
  ['published', AccessRule.PUBLISHED, ['published']],
  ['updated', AccessRule.UPDATED, ['updated']],
  ['hasMedia', AccessRule.MEDIA, ['mediaKinds']],
  ['text', AccessRule.TEXT, ['text', 'nothing']],
];

/** What a licence asks of an article, one by one: together they are what the gate asks (licence-grants.ts). */
export function rulesOfLicence(licence: Licence, { reference, now }: Pick<Asking, 'reference' | 'now'>): AskedRule[] {
  const selection = licenceSelection(licence, reference, now);
  return [
    {
      rule: AccessRule.DATES,
      condition: isInForce(licence, now) ? sql`true` : sql`false`,
      yes: 'The licence is in force.',
      no: `The licence is not in force: it is valid ${datesOf(licence)}.`,
    },
    licence.embargoAccess
      ? { rule: AccessRule.EMBARGO, condition: sql`true`, yes: 'The licence looks behind embargoes.', no: '' }
      : {
          rule: AccessRule.EMBARGO,
          condition: embargoIsOver(now),
          yes: 'There is no embargo, or it is over.',
          no: 'It is under embargo, behind which the licence does not look.',
        },
    ...delayRules(licence, now),
    ...(selection ? partsOf(licence, selection, readSelection({}, reference, now)) : [UNREADABLE]),
  ];
}

const UNREADABLE: AskedRule = {
  rule: AccessRule.FILTER,
  condition: sql`false`,
  yes: '',
  no: 'The filter of the licence cannot be read any more, as what it names is gone: the licence is for nothing.',
};

function delayRules(licence: Licence, now: Date): AskedRule[] {
  const { delaySeconds } = licence;
  if (delaySeconds === 0) return [];
  const asked = `${delaySeconds} seconds after its publication`;
  return [
    {
      rule: AccessRule.DELAY,
      condition: delayIsOver(licence, now),
      yes: `The licence is for it ${asked}, which are over.`,
      no: `The licence is for it only ${asked}.`,
    },
  ];
}

function partsOf({ filter }: Licence, whole: Selection, everything: Selection): AskedRule[] {
  return PARTS.flatMap(([part, rule, members]) => {
    if (filter[part] == null) return [];
    const own = Object.fromEntries(members.map(member => [member, whole[member]]));
    const conditions = selectedConditions({ ...everything, ...own }, ARTICLE);
    const said = `${part} ${JSON.stringify(filter[part])}`;
    return conditions.map(condition => ({
      rule,
      condition,
      yes: `It meets what the licence asks: ${said}.`,
      no: `It does not meet what the licence asks: ${said}.`,
    }));
  });
}

function datesOf({ validFrom, validUntil }: Licence): string {
  const from = validFrom ? `from ${validFrom.toISOString()}` : 'from always';
  return validUntil ? `${from} until just before ${validUntil.toISOString()}` : from;
}
