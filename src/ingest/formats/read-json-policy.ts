import { codeEnd } from './g2-elements.js';
import { jsonText } from './json-text.js';
import { listOf, type Members, membersOf } from './members.js';
import type { PolicyRule } from './policy-territories.js';

const MOST_RULES = 50;
const LONGEST = 100_000;

/** The rules of a policy in JSON (ODRL 2.2, JSON-LD serialisation), as text or as an object; none where it cannot be read. */
export function readJsonPolicy(value: unknown): PolicyRule[] {
  const policy = membersOf(typeof value === 'string' ? parsed(value) : value);
  return (['permission', 'prohibition'] as const).flatMap(kind =>
    listOf(named(policy, kind))
      .slice(0, MOST_RULES)
      .map(rule => readRule(kind, membersOf(rule))),
  );
}

function readRule(kind: PolicyRule['kind'], rule: Members): PolicyRule {
  return {
    kind,
    actions: namesIn(named(rule, 'action')).map(codeEnd),
    constraints: listOf(named(rule, 'constraint'))
      .slice(0, MOST_RULES)
      .map(membersOf)
      .map(constraint => ({
        operand: codeEnd(namesIn(named(constraint, 'leftoperand') ?? named(constraint, 'name'))[0] ?? ''),
        operator: codeEnd(namesIn(named(constraint, 'operator'))[0] ?? ''),
        values: namesIn(named(constraint, 'rightoperand')),
      })),
  };
}

/** A member by the end of its name: "permission", "odrl:permission" or the whole address. */
function named(members: Members, name: string): unknown {
  return [...members].find(([written]) => codeEnd(written) === name)?.[1];
}

/** Names, written as text, as {"@id": …}, or as a list of them, which may be in {"@list": …}. */
function namesIn(value: unknown): string[] {
  return listOf(membersOf(value).get('@list') ?? value).flatMap(name => {
    const members = membersOf(name);
    return jsonText(members.get('@id') ?? members.get('@value') ?? members.get('rdf:value') ?? name) ?? [];
  });
}

function parsed(text: string): unknown {
  try {
    return text.length > LONGEST ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
