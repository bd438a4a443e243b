import type { IncomingArticle } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { listOf, type Members, membersOf } from './members.js';
import { policyRights } from './policy-rights.js';
import { readJsonPolicy } from './read-json-policy.js';
import { withTerms } from './with-terms.js';

/** What an item allows: ninjs "usageterms" ("usageTerms" in 3) in its words, and the policies of its "rightsinfo", ODRL in JSON. */
export function readNinjsRights(item: Members): Pick<IncomingArticle, 'rights' | 'notes'> {
  const policies = listOf(item.get('rightsinfo')).map(info => readJsonPolicy(membersOf(info).get('encodedrights')));
  return withTerms(jsonLine(item.get('usageterms')), policyRights(policies));
}
