import type { EntityManager } from 'typeorm';
import { Alias } from '../../content/alias.js';
import { foldName } from '../../content/fold-name.js';
import { Refusal } from '../../refusal.js';

/** What an alias stands for. */
export type AliasTarget = { topicId: number } | { eventId: number } | { country: string };

/**
 * Adds other words for a topic, an event or a country; one that it has already costs nothing. `inText` says whether they are
 * looked for in the text of articles too, and not only among their categories. Gives how many were new.
 */
export async function addAliases(
  db: EntityManager,
  target: AliasTarget,
  texts: string[],
  inText: boolean,
): Promise<number> {
  const has = new Set((await db.findBy(Alias, target)).map(({ folded }) => folded));
  let added = 0;

  for (const text of texts) {
    const folded = foldName(text);
    if (folded === '') throw new Refusal('BAD_USER_INPUT', `"${text}" has no letters: an alias is a word or a phrase.`);
    if (has.has(folded)) continue;
    has.add(folded);
    await db.insert(Alias, { topicId: null, eventId: null, country: null, ...target, text, folded, inText });
    added += 1;
  }
  return added;
}

/** Takes a word away from a topic, an event or a country, however it is written. Gives whether there was one. */
export async function removeAlias(db: EntityManager, target: AliasTarget, text: string): Promise<boolean> {
  const { affected } = await db.delete(Alias, { ...target, folded: foldName(text) });
  return (affected ?? 0) > 0;
}
