import { In } from 'typeorm';
import type { Context } from '../graphql/context.js';
import { manyEach, oneEach } from '../graphql/loader.js';
import { ApiKey } from '../partners/api-key.js';
import { Licence } from '../partners/licence.js';
import { Partner } from '../partners/partner.js';

/** The keys of each partner, the oldest first. */
export async function keysOfPartner(ids: readonly number[], { db }: Context): Promise<ApiKey[][]> {
  const keys = await db.find(ApiKey, { where: { partnerId: In([...ids]) }, order: { id: 'ASC' } });
  return manyEach(ids, keys, key => key.partnerId);
}

/** The licences of each partner's own, the oldest first. */
export async function licencesOfPartner(ids: readonly number[], { db }: Context): Promise<Licence[][]> {
  const licences = await db.find(Licence, { where: { partnerId: In([...ids]) }, order: { id: 'ASC' } });
  return manyEach(ids, licences, licence => licence.partnerId ?? 0);
}

/** The slug of each partner, by its row's key; null where there is none. */
export async function slugOfPartner(ids: readonly number[], { db }: Context): Promise<(string | null)[]> {
  const partners = await db.findBy(Partner, { id: In([...ids]) });
  return oneEach(ids, partners, partner => partner.id).map(partner => partner?.slug ?? null);
}
