import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { Partner } from './partner.js';

/** The partner of a slug. Throws a Refusal (NOT_FOUND). */
export async function partnerBySlug(db: EntityManager, slug: string): Promise<Partner> {
  const partner = await db.findOneBy(Partner, { slug });
  if (partner) return partner;
  throw new Refusal('NOT_FOUND', `There is no partner "${slug}".`);
}
