import type { EntityManager } from 'typeorm';
import { createLicence, type LicenceTerms } from '../changes/store-licence.js';
import { Licence } from '../partners/licence.js';

/** Terms of a public licence that gives headlines and ledes, always and at once. */
const HEADLINES: Omit<LicenceTerms, 'name' | 'filter'> = {
  partnerId: null,
  text: false,
  media: false,
  embargoAccess: false,
  delaySeconds: 0,
  history: false,
  validFrom: null,
  validUntil: null,
};

/** What everybody may have of the demo: headlines and ledes, and of two sources text and media too. */
const PUBLIC: LicenceTerms[] = [
  { ...HEADLINES, name: 'Headlines for everybody', filter: {} },
  ...['foreign-desk', 'heritage-review'].map(slug => ({
    ...HEADLINES,
    name: `All of ${slug} for everybody`,
    filter: { sources: { any: [slug] } },
    text: true,
    media: true,
  })),
];

/** Grants the public licences of the demo, once: whoever has any licence already has made up their mind. */
export async function seedLicences(db: EntityManager, now: Date): Promise<void> {
  if ((await db.count(Licence)) > 0) return;
  for (const terms of PUBLIC) await createLicence(db, terms, now);
}
