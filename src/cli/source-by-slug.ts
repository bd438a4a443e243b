import type { Reference } from '../content/reference.js';
import type { Source } from '../content/source.js';
import { Refusal } from '../refusal.js';

/** The source of a slug. Refuses one that is not there, naming those that are. */
export function sourceBySlug(slug: string, { sources }: Reference): Source {
  const source = sources.bySlug.get(slug);
  if (source) return source;
  const known = sources.all.length > 0 ? `Known: ${[...sources.bySlug.keys()].join(', ')}.` : 'None are known yet.';
  throw new Refusal('NOT_FOUND', `There is no source "${slug}". ${known} Add one with: nhip-cau sources import <file>`);
}
