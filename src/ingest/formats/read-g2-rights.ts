import type { IncomingArticle } from '../incoming.js';
import type { XmlElement } from '../xml/xml-element.js';
import { childNamed, childrenNamed, codeEnd, elementsNamed } from './g2-elements.js';
import { chosenText, g2Text } from './g2-text.js';
import { type PolicyRule, policyTerritories } from './policy-territories.js';
import { readJsonPolicy } from './read-json-policy.js';

/**
 * What an item allows (NewsML-G2, rightsInfo): usageTerms in its words, and the countries of a policy in RightsML or ODRL, as
 * rightsExpressionXML or, in JSON, rightsExpressionData. What is said of parts of the item (idrefs) is not said of the article.
 */
export function readG2Rights(item: XmlElement, language: string | null): Pick<IncomingArticle, 'rights'> {
  const infos = childrenNamed(item, 'rightsinfo').filter(info => !info.attribute('idrefs'));
  const terms = g2Text(
    chosenText(
      infos.flatMap(info => childrenNamed(info, 'usageterms')),
      [],
      language,
    ),
  );
  const rules = infos.flatMap(info => [
    ...childrenNamed(info, 'rightsexpressionxml').flatMap(readPolicy),
    ...childrenNamed(info, 'rightsexpressiondata').flatMap(data => readJsonPolicy(data.text)),
  ]);
  const territories = policyTerritories(rules);
  if (terms === '' && !territories) return {};
  return { rights: { ...(territories ? { territories } : {}), ...(terms === '' ? {} : { terms }) } };
}

/** ODRL 2.1, XML encoding. */
function readPolicy(expression: XmlElement): PolicyRule[] {
  return elementsNamed(expression, ['permission', 'prohibition']).map(rule => ({
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
}
