import { codeEnd } from './g2-elements.js';
import { jsonText } from './json-text.js';
import { listOf, type Members, membersOf } from './members.js';
import type { PolicyRule } from './policy-rights.js';

const MOST_RULES = 50;
const LONGEST = 100_000;
const KINDS = ['permission', 'prohibition'] as const;

/**
 * The rules of a policy in JSON (ODRL 2.2, JSON-LD serialisation), as text or as an object; none where nothing is said, and null where
 * something is that cannot be read: no JSON, no rule, or more of them than are taken.
 */
export function readJsonPolicy(value: unknown): PolicyRule[] | null {
  const said = typeof value === 'string' ? parsed(value) : value;
  if (saysNothing(said)) return [];
  const policy = membersOf(said);
  const rules = KINDS.flatMap(kind => listOf(named(policy, kind)).map(rule => readRule(kind, membersOf(rule))));
  return rules.length === 0 || rules.length > MOST_RULES || rules.includes(null)
    ? null
    : rules.filter(rule => rule !== null);
}

function readRule(kind: PolicyRule['kind'], rule: Members): PolicyRule | null {
  const constraints = listOf(named(rule, 'constraint'));
  // A rule that is told elsewhere, by its address, is not told here.
  if (rule.size === 0 || constraints.length > MOST_RULES) return null;
  return {
    kind,
    actions: namesIn(named(rule, 'action')).map(codeEnd),
    constraints: constraints.map(membersOf).map(constraint => ({
      operand: codeEnd(namesIn(named(constraint, 'leftoperand') ?? named(constraint, 'name'))[0] ?? ''),
      operator: codeEnd(namesIn(named(constraint, 'operator'))[0] ?? ''),
      values: namesIn(named(constraint, 'rightoperand')),
    })),
  };
}

function saysNothing(said: unknown): boolean {
  return (
    said === null || said === undefined || said === '' || (typeof said === 'object' && Object.keys(said).length === 0)
  );
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

/** Itself, where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return text.trim() === '' || text.length > LONGEST ? text.trim() : JSON.parse(text);
  } catch {
    return text;
  }
}
