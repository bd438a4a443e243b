import type { EntityManager } from 'typeorm';
import { movePartner } from '../changes/move-partner.js';
import { createPartner, PARTNER_QUOTA } from '../partners/create-partner.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { Partner } from '../partners/partner.js';
import { resumePartner, suspendPartner } from '../partners/suspend-partner.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { CreatePartnerInput, PartnerInput, UpdatePartnerInput } from './partner-inputs.js';

/** Adds a partner. Throws a Refusal (BAD_USER_INPUT). */
export function addPartner(desk: Desk, { clientKey = null, ...input }: CreatePartnerInput): Promise<Partner> {
  return actOnPartner(desk, 'createPartner', input, clientKey, async db => {
    const { slug, name, contact = null } = input;
    const { costPerMinute, costPerDay } = PARTNER_QUOTA;
    checkPartner(input);
    await createPartner(db, {
      slug,
      name,
      contact,
      country: input.country?.toUpperCase() ?? null,
      languages: input.languages ?? [],
      costPerMinute: input.costPerMinute ?? costPerMinute,
      costPerDay: input.costPerDay ?? costPerDay,
    });
  });
}

/** Changes what is said of a partner; its country with what it may have by that. Throws a Refusal (NOT_FOUND, BAD_USER_INPUT). */
export function updatePartner(desk: Desk, { clientKey = null, ...input }: UpdatePartnerInput): Promise<Partner> {
  return actOnPartner(desk, 'updatePartner', input, clientKey, async (db, now) => {
    const { slug, name, contact, languages, costPerMinute, costPerDay, country } = input;
    checkPartner(input);
    const { id } = await partnerBySlug(db, slug);
    const said = {
      ...(name == null ? {} : { name }),
      ...(contact === undefined ? {} : { contact }),
      ...(languages == null ? {} : { languages }),
      ...(costPerMinute == null ? {} : { costPerMinute }),
      ...(costPerDay == null ? {} : { costPerDay }),
    };
    if (Object.keys(said).length > 0) await db.update(Partner, id, said);
    if (country !== undefined) await movePartner(db, slug, country?.toUpperCase() ?? null, now);
  });
}

/** Takes none of its keys until it is resumed. Throws a Refusal (NOT_FOUND). */
export function suspend(desk: Desk, { clientKey = null, ...input }: PartnerInput): Promise<Partner> {
  return actOnPartner(desk, 'suspendPartner', input, clientKey, (db, now) => suspendPartner(db, input.slug, now));
}

/** Takes its keys again. Throws a Refusal (NOT_FOUND). */
export function resume(desk: Desk, { clientKey = null, ...input }: PartnerInput): Promise<Partner> {
  return actOnPartner(desk, 'resumePartner', input, clientKey, db => resumePartner(db, input.slug));
}

async function actOnPartner(
  desk: Desk,
  name: string,
  input: { slug: string },
  clientKey: string | null,
  work: (db: EntityManager, now: Date) => Promise<unknown>,
): Promise<Partner> {
  const { slug } = input;
  await act(desk, { name, scope: 'admin', clientKey, input }, async (db, now) => {
    await work(db, now);
    return { result: slug, subjects: [`partner ${slug}`] };
  });
  return partnerBySlug(desk.db, slug);
}

function checkPartner({ name, costPerMinute, costPerDay }: Omit<UpdatePartnerInput, 'slug'>): void {
  if (name?.trim() === '') throw new Refusal('BAD_USER_INPUT', 'A partner needs a name.', { argument: 'input.name' });
  for (const [argument, points] of Object.entries({ costPerMinute, costPerDay })) {
    if (points == null || points > 0) continue;
    throw new Refusal('BAD_USER_INPUT', `${argument} is ${points}: give 1 or more; suspend who may spend nothing.`, {
      argument: `input.${argument}`,
    });
  }
}
