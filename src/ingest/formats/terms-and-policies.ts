import type { IncomingArticle } from '../incoming.js';
import { type PolicyRule, policyRights } from './policy-rights.js';

/** What a source says that an item allows, and what was noticed about it. */
export interface StatedRights extends Pick<IncomingArticle, 'rights'> {
  notes: string[];
}

/** What an item allows by its terms of use ('' for none) and by its policies together; null for one that cannot be read. */
export function termsAndPolicies(terms: string, policies: (PolicyRule[] | null)[]): StatedRights {
  const rules = policies.includes(null) ? null : policies.flatMap(policy => policy ?? []);
  const { rights, notes } = policyRights(rules);
  const stated = { ...rights, ...(terms === '' ? {} : { terms }) };
  return { ...(Object.keys(stated).length === 0 ? {} : { rights: stated }), notes };
}
