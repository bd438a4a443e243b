import type { IncomingArticle } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { listOf, type Members, membersOf } from './members.js';
import { policyTerritories } from './policy-territories.js';
import { readJsonPolicy } from './read-json-policy.js';

/** What an item allows: ninjs "usageterms" ("usageTerms" in 3) in its words, and the countries of its "rightsinfo", where it is ODRL in JSON. */
export function readNinjsRights(item: Members): Pick<IncomingArticle, 'rights'> {
  const terms = jsonLine(item.get('usageterms'));
  const [info, another] = listOf(item.get('rightsinfo')).map(membersOf);
  const territories = info && !another ? policyTerritories(readJsonPolicy(info.get('encodedrights'))) : null;
  if (terms === '' && !territories) return {};
  return { rights: { ...(territories ? { territories } : {}), ...(terms === '' ? {} : { terms }) } };
}
