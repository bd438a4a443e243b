import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { canonicalFilter } from './canonical-filter.js';
import { readFilter } from './read-filter.js';
import { loadReference } from './reference.js';
import { readSelection } from './selection.js';

/** Characters of a filter as JSON: fifty slugs in each of its lists, and words of some length. */
const LONGEST = 20_000;

/**
 * A filter that is to be kept: read as strictly as GraphQL does, checked against what there is, and in its canonical form. Refuses
 * with BAD_USER_INPUT what cannot be read, and what is too long.
 */
export async function keptFilter(db: EntityManager, json: unknown, now: Date): Promise<Record<string, unknown>> {
  const filter = readFilter(json);
  readSelection(filter, await loadReference(db), now);
  const kept = canonicalFilter(filter);
  const { length } = JSON.stringify(kept);
  if (length <= LONGEST) return kept;
  const message = `The filter has ${length} characters: at most ${LONGEST} are kept.`;
  throw new Refusal('BAD_USER_INPUT', message, { argument: 'filter' });
}
