import { loadReference } from '../content/reference.js';
import type { Context } from '../graphql/context.js';
import { Partner } from '../partners/partner.js';
import type { Entitlements } from './read-entitlements.js';

/**
 * Lets the gate judge the articles of an answer by the topics, the licences and the country that its changes were judged by: a process may
 * hear of a topic that has moved, of a new language or of a licence a moment after it was so, and who waits was identified before.
 */
export async function renewReader(
  context: Context,
  { licences, country, named, languages }: Omit<Entitlements, 'history'>,
): Promise<void> {
  const { partner } = context.reader;
  const known = context.reader.licences.map(({ id, revision }) => `${id}.${revision}`).toSorted();
  const isLate = context.reference.revision < named || context.reference.languages.length < languages;
  if (isLate) context.reference = await loadReference(context.db);
  if (isLate || known.join() !== licences.join()) {
    const theirs = context.reference.licences.filter(
      ({ partnerId }) => partnerId === null || partnerId === partner?.id,
    );
    context.reader = { ...context.reader, licences: theirs };
  }
  if (partner !== null && partner.country !== country) {
    const moved = await context.db.findOneBy(Partner, { id: partner.id });
    if (moved) context.reader = { ...context.reader, partner: moved };
  }
}
