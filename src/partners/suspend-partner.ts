import type { EntityManager } from 'typeorm';
import { partnerBySlug } from './partner-by-slug.js';
import { Partner } from './partner.js';

/** From now on no key of the partner is taken, on any process. Suspended already, it stays so since then. Throws a Refusal (NOT_FOUND). */
export async function suspendPartner(db: EntityManager, slug: string, now: Date): Promise<Partner> {
  const partner = await partnerBySlug(db, slug);
  if (partner.suspendedAt === null) await db.update(Partner, partner.id, { suspendedAt: now });
  return partnerBySlug(db, slug);
}

/** The partner's keys are taken again. Throws a Refusal (NOT_FOUND). */
export async function resumePartner(db: EntityManager, slug: string): Promise<Partner> {
  const { id } = await partnerBySlug(db, slug);
  await db.update(Partner, id, { suspendedAt: null });
  return partnerBySlug(db, slug);
}
