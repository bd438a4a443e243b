import type { EntityManager } from 'typeorm';
import { Partner } from '../partners/partner.js';
import { Refusal } from '../refusal.js';
import { ChangeKind } from './change.js';
import { CountryChange } from './country-change.js';
import { seizeLicences } from './hold-licences.js';
import { recordChanges } from './record-changes.js';

/**
 * Says where a partner publishes, by which territories are judged: what it gains and loses by that is told by its changes.
 * Call it in a transaction. Throws a Refusal (NOT_FOUND).
 */
export async function movePartner(
  db: EntityManager,
  slug: string,
  country: string | null,
  now: Date,
): Promise<Partner> {
  await seizeLicences(db);
  const partner = await db.findOne(Partner, { where: { slug }, lock: { mode: 'pessimistic_write' } });
  if (!partner) throw new Refusal('NOT_FOUND', `There is no partner "${slug}".`);
  const former = partner.country;
  if (former === country) return partner;

  await db.update(Partner, partner.id, { country });
  const revision = await recordChanges(db, [{ kind: ChangeKind.PARTNER, referenceId: partner.id }], now);
  await db.insert(CountryChange, { partnerId: partner.id, revision: revision!, happenedAt: now, former, country });
  return Object.assign(partner, { country });
}
