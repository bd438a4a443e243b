import type { Licence } from '../partners/licence.js';
import { Refusal } from '../refusal.js';
import type { ArticleFilter } from './article-filter.js';
import { readFilter } from './read-filter.js';
import type { Reference } from './reference.js';
import { readSelection, type Selection } from './selection.js';

/** What licences select, by the reference data that their slugs were read with. */
const remembered = new WeakMap<Reference, Map<string, Selection | null>>();

/**
 * Which articles a licence is for; null where its filter cannot be read (any more), so that it is for none. Read once for
 * each revision of the licence and of the reference data; each time, where the filter counts back from now.
 */
export function licenceSelection(
  licence: Pick<Licence, 'id' | 'revision' | 'filter'>,
  reference: Reference,
  now: Date,
): Selection | null {
  const { published, updated }: ArticleFilter = licence.filter;
  if (published?.last != null || updated?.last != null) return read(licence.filter, reference, now);

  const known = remembered.get(reference) ?? new Map<string, Selection | null>();
  remembered.set(reference, known);
  const key = `${licence.id}.${licence.revision}`;
  const found = known.get(key);
  if (found !== undefined) return found;

  const selection = read(licence.filter, reference, now);
  known.set(key, selection);
  return selection;
}

function read(filter: unknown, reference: Reference, now: Date): Selection | null {
  try {
    return readSelection(readFilter(filter), reference, now);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
