import type { EntityManager } from 'typeorm';
import { createLicence, type LicenceTerms } from '../changes/store-licence.js';
import { createKey } from '../partners/create-key.js';
import { createPartner, type NewPartner } from '../partners/create-partner.js';
import type { Scope } from '../partners/scope.js';

/** A partner of the demo; `shows` says in words what it is there for. Without terms it has what everybody has. */
interface DemoPartner {
  about: NewPartner;
  scopes: Scope[];
  terms: Partial<LicenceTerms> | null;
  shows: string;
}

const DAY = 86_400;
const WHOLE = { text: true, media: true };
const READS: Scope[] = ['read', 'webhooks'];

/** A partner for each case that licences know. */
const DEMO: DemoPartner[] = [
  {
    about: { slug: 'lao-daily', name: 'Lao Daily', country: 'LA', languages: ['lo', 'en'] },
    scopes: READS,
    terms: { ...WHOLE, embargoAccess: true },
    shows: 'everything, also before an embargo is over',
  },
  {
    about: { slug: 'mekong-weekly', name: 'Mekong Weekly', country: 'KH', languages: ['km', 'en'] },
    scopes: READS,
    terms: { ...WHOLE, delaySeconds: DAY },
    shows: 'texts a day after they were published',
  },
  {
    about: { slug: 'chao-phraya-post', name: 'Chao Phraya Post', country: 'TH', languages: ['th'] },
    scopes: READS,
    terms: WHOLE,
    shows: 'all that is not kept from Thailand',
  },
  {
    about: { slug: 'press-archive', name: 'Press Archive', country: 'FR', languages: ['fr'] },
    scopes: READS,
    terms: { ...WHOLE, history: true },
    shows: 'former versions too',
  },
  {
    about: { slug: 'student-radio', name: 'Student Radio', country: 'VN', languages: ['vi'] },
    scopes: READS,
    terms: null,
    shows: 'headlines, and what else everybody may have',
  },
  {
    about: { slug: 'the-desk', name: 'The desk', country: 'VN', languages: ['vi', 'en'] },
    scopes: [...READS, 'desk', 'admin'],
    terms: { ...WHOLE, embargoAccess: true, history: true },
    shows: 'everything; writes articles, and manages partners',
  },
];

/** A key of the demo, to be shown this once. */
export interface DemoKey {
  /** The name of its partner. */
  partner: string;
  /** What its partner may have, in words. */
  shows: string;
  /** The key itself: nothing else knows it. */
  text: string;
}

/**
 * Makes the partners of the demo and their licences; and, where somebody is there to see them, a key for each, which cannot
 * be had again. In the transaction that fills the empty database.
 */
export async function seedPartners(db: EntityManager, withKeys: boolean, now: Date): Promise<DemoKey[]> {
  const shown: DemoKey[] = [];
  for (const { about, scopes, terms, shows } of DEMO) {
    const { id: partnerId, name } = await createPartner(db, about);
    if (terms) await createLicence(db, { ...NARROWEST, ...terms, partnerId, name: `For ${name}` }, now);
    if (!withKeys) continue;
    const { text } = await createKey(db, { partnerId, label: 'demo', scopes }, now);
    shown.push({ partner: name, shows, text });
  }
  return shown;
}

const NARROWEST: Omit<LicenceTerms, 'name' | 'partnerId'> = {
  filter: {},
  text: false,
  media: false,
  embargoAccess: false,
  delaySeconds: 0,
  history: false,
  validFrom: null,
  validUntil: null,
};
