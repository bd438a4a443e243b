/** The members of a JSON object by their names in lower case, the first of each; none for anything else. */
export type Members = ReadonlyMap<string, unknown>;

const NONE: Members = new Map();

/**
 * Looks into a JSON value whose names may be written in any case, as ninjs 1 and 2 ("versioncreated") and 3 ("versionCreated") do.
 * A Map, so that a member called "__proto__" is a member.
 */
export function membersOf(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NONE;

  const members = new Map<string, unknown>();
  for (const [name, member] of Object.entries(value)) {
    const lower = name.toLowerCase();
    if (!members.has(lower)) members.set(lower, member);
  }
  return members;
}

/** What is in a list, or in an object by whatever names, or the value alone: the three ways to write one or several. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

/** As listOf, for objects whose members are the list: each with its name as "name", unless it has one. */
export function namedListOf(value: unknown): Members[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.map(membersOf);
  return Object.entries(value).map(([name, member]) => new Map([['name', name], ...membersOf(member)]));
}
