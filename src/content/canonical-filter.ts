import type { ArticleFilter } from './article-filter.js';

/** What a filter means where it says nothing. */
const DEFAULTS: Record<string, unknown> = { exact: false, timeZone: 'UTC' };

/** Lists whose entries mean the same in capital letters, as GraphQL writes them. */
const IN_CAPITALS = new Set(['countries', 'hasMedia']);

/**
 * A filter that has been read, as JSON in one form: names and lists in order, each entry once, and without what is null or
 * would be so anyway. Two filters that are written differently and say the same, say it in the same words here.
 */
export function canonicalFilter(filter: ArticleFilter): Record<string, unknown> {
  const entries = Object.entries(filter).flatMap(([field, value]) => {
    const told = canonical(value, IN_CAPITALS.has(field));
    return told === undefined ? [] : [[field, told] as const];
  });
  return Object.fromEntries(entries.toSorted(byName));
}

function canonical(value: unknown, inCapitals: boolean): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return inCapitals ? value.toUpperCase() : value;
  // An empty list stays: it is for nothing, and no list at all would be for everything.
  if (Array.isArray(value)) return sorted(value.map(entry => canonical(entry, inCapitals)));
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([name, part]) => {
    const told = part === DEFAULTS[name] ? undefined : canonical(part, inCapitals);
    return told === undefined ? [] : [[name, told] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries.toSorted(byName));
}

function sorted(entries: unknown[]): unknown[] {
  return [...new Set(entries)].toSorted((one, other) => (String(one) < String(other) ? -1 : 1));
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
