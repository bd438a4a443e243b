import { jsonLine } from './json-line.js';
import { listOf, type Members, membersOf } from './members.js';
import { readJsonPolicy } from './read-json-policy.js';
import { type StatedRights, termsAndPolicies } from './terms-and-policies.js';

/** What an item allows: ninjs "usageterms" ("usageTerms" in 3) in its words, and the policies of its "rightsinfo", ODRL in JSON. */
export function readNinjsRights(item: Members): StatedRights {
  const policies = listOf(item.get('rightsinfo')).map(info => readJsonPolicy(membersOf(info).get('encodedrights')));
  return termsAndPolicies(jsonLine(item.get('usageterms')), policies);
}
