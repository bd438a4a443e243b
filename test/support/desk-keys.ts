import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import type { Scope } from '../../src/partners/scope.js';
import type { Desk } from './desk.js';

/** A partner of a desk with a key of some scopes, as headers to ask with. */
export async function partnerWithKey(
  desk: Desk,
  slug: string,
  scopes: Scope[],
): Promise<{ partnerId: number; headers: Record<string, string> }> {
  const { id } = await createPartner(desk.db, { slug, name: slug });
  const { text } = await createKey(desk.db, { partnerId: id, label: 'test', scopes }, desk.now);
  return { partnerId: id, headers: { authorization: `Bearer ${text}` } };
}
