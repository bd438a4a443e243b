import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { partnerBySlug } from './partner-by-slug.js';
import { Partner } from './partner.js';

/** Points a partner may spend unless it is said: twenty lists of a hundred articles with everything (4,800 points) a minute, for 100 minutes a day. */
export const PARTNER_QUOTA = { costPerMinute: 100_000, costPerDay: 10_000_000 };

/** What is said of a new partner; what is left out has no value, or the usual quota. */
export type NewPartner = Pick<Partner, 'slug' | 'name'> &
  Partial<Omit<Partner, 'id' | 'slug' | 'name' | 'suspendedAt'>>;

/** Stores a partner, who has neither keys nor licences yet. Throws a Refusal (BAD_USER_INPUT) for a slug that is taken or cannot be one. */
export async function createPartner(db: EntityManager, partner: NewPartner): Promise<Partner> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(partner.slug) || partner.slug.length > 100) {
    throw new Refusal(
      'BAD_USER_INPUT',
      'A slug is made of small letters, digits and single hyphens, such as "lao-daily".',
    );
  }
  const row = { country: null, contact: null, languages: [], ...PARTNER_QUOTA, suspendedAt: null, ...partner };
  const { identifiers } = await db.createQueryBuilder().insert().into(Partner).values(row).orIgnore().execute();
  if (identifiers[0] === undefined) {
    throw new Refusal('BAD_USER_INPUT', `There is a partner "${partner.slug}" already: choose another slug.`);
  }
  return partnerBySlug(db, partner.slug);
}
