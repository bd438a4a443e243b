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

/** A key of the demo, to be shown this once. */
export interface DemoKey {
  /** The name of its partner. */
  partner: string;
  scopes: Scope[];
  /** The key itself: nothing else knows it. */
  text: string;
}

/**
 * Makes the partners of the demo and their licences; and, where somebody is there to see them, a key for each, which cannot
 * be had again. In the transaction that fills the empty database.
 */
export async function seedPartners(db: EntityManager, withKeys: boolean, now: Date): Promise<DemoKey[]> {
  const shown: DemoKey[] = [];
  for (const { about, key: label, scopes, history } of DEMO) {
    const { id: partnerId, name } = await createPartner(db, about);
    const terms = { filter: {}, text: true, media: true, embargoAccess: true, delaySeconds: 0, history };
    await createLicence(db, { ...terms, partnerId, name: `All for ${name}`, validFrom: null, validUntil: null }, now);
    if (!withKeys) continue;
    const { text } = await createKey(db, { partnerId, label, scopes }, now);
    shown.push({ partner: name, scopes, text });
  }
  return shown;
}
