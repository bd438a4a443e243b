import { In } from 'typeorm';
import type { Context } from '../graphql/context.js';
import { Source } from './source.js';

/**
 * Each source by its key, from memory. One that this process has not heard of yet, since its first article came in a moment
 * ago, is read from the database: every article has its source.
 */
export async function sourceById(ids: readonly number[], { db, reference }: Context): Promise<Source[]> {
  const known = new Map(reference.sources.byId);
  const unknown = ids.filter(id => !known.has(id));
  if (unknown.length > 0)
    for (const source of await db.findBy(Source, { id: In(unknown) })) known.set(source.id, source);

  return ids.map(id => known.get(id)!);
}
