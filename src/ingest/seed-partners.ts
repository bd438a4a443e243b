import type { EntityManager } from 'typeorm';
import { createLicence } from '../changes/store-licence.js';
import { createKey } from '../partners/create-key.js';
import { createPartner, type NewPartner } from '../partners/create-partner.js';
import type { Scope } from '../partners/scope.js';

/** A newsroom that may have everything before its embargo is over, and the desk itself, which sees former versions too. */
const DEMO: { about: NewPartner; key: string; scopes: Scope[]; history: boolean }[] = [
  {
    about: { slug: 'lao-daily', name: 'Lao Daily', country: 'LA', languages: ['lo', 'en'] },
    key: 'newsroom',
    scopes: ['read', 'webhooks'],
    history: false,
  },
  {
    about: { slug: 'the-desk', name: 'The desk', country: 'VN', languages: ['vi', 'en'] },
    key: 'desk',
    scopes: ['read', 'webhooks', 'desk', 'admin'],
    history: true,
  },
];

/** Makes the partners of the demo, and gives the key of each, which cannot be had again. In the transaction that fills the empty database. */
export async function seedPartners(db: EntityManager, now: Date): Promise<{ name: string; key: string }[]> {
  const shown = [];
  for (const { about, key: label, scopes, history } of DEMO) {
    const { id: partnerId, name } = await createPartner(db, about);
    const terms = { filter: {}, text: true, media: true, embargoAccess: true, delaySeconds: 0, history };
    await createLicence(db, { ...terms, partnerId, name: `All for ${name}`, validFrom: null, validUntil: null }, now);
    const { text } = await createKey(db, { partnerId, label, scopes }, now);
    shown.push({ name, key: text });
  }
  return shown;
}
