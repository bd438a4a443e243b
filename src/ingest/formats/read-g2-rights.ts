import type { IncomingArticle } from '../incoming.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, childrenNamed, codeEnd, elementsNamed } from './g2-elements.js';
import { chosenText, g2Text } from './g2-text.js';
import { type PolicyRule, policyRights } from './policy-rights.js';
import { readJsonPolicy } from './read-json-policy.js';
import { withTerms } from './with-terms.js';

/**
 * What an item allows (NewsML-G2, rightsInfo): usageTerms in its words, and what a policy in RightsML or ODRL says, as
 * rightsExpressionXML or, in JSON, rightsExpressionData. What is said of parts of the item (idrefs) is not said of the article.
 */
export function readG2Rights(item: XmlElement, language: string | null): Pick<IncomingArticle, 'rights' | 'notes'> {
  const infos = childrenNamed(item, 'rightsinfo').filter(info => !info.attribute('idrefs'));
  const terms = g2Text(
    chosenText(
      infos.flatMap(info => childrenNamed(info, 'usageterms')),
      [],
      language,
    ),
  );
  const policies = infos.flatMap(info => [
    ...childrenNamed(info, 'rightsexpressionxml').map(readPolicy),
    ...childrenNamed(info, 'rightsexpressiondata').map(data => readJsonPolicy(data.text)),
  ]);
  return withTerms(terms, policyRights(policies));
}

/** ODRL 2.1, XML encoding. Null where it has no rule. */
function readPolicy(expression: XmlElement): PolicyRule[] | null {
  const rules = elementsNamed(expression, ['permission', 'prohibition']).map((rule): PolicyRule => ({
    kind: rule.name === 'permission' ? 'permission' : 'prohibition',
    actions: childrenNamed(rule, 'action').map(action => codeEnd(action.attribute('name'))),
    constraints: childrenNamed(rule, 'constraint').map(constraint => ({
      operand: codeEnd(constraint.attribute('name')),
      operator: codeEnd(constraint.attribute('operator')),
      values: (constraint.attribute('rightoperand') ?? childNamed(constraint, 'rightoperand')?.text ?? '')
        .split(/\s+/)
        .filter(Boolean),
    })),
  }));
  return rules.length === 0 ? null : rules;
}
