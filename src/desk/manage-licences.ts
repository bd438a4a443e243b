import { Duration } from 'luxon';
import { createLicence, type LicenceTerms, removeLicence, updateLicence } from '../changes/store-licence.js';
import { Licence } from '../partners/licence.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { ChangeLicenceInput, EndLicenceInput, GrantLicenceInput } from './licence-inputs.js';

const NARROWEST = {
  filter: {},
  text: false,
  media: false,
  embargoAccess: false,
  delaySeconds: 0,
  history: false,
  validFrom: null,
  validUntil: null,
};

/** Seconds of a century: more than any delay, and less than PostgreSQL's integers reach. */
const LONGEST_DELAY = 2_000_000_000;

/** Grants a licence. Throws a Refusal (NOT_FOUND for the partner, BAD_USER_INPUT for terms that cannot be read). */
export function grantLicence(desk: Desk, { clientKey = null, ...input }: GrantLicenceInput): Promise<Licence> {
  return actOnLicence(desk, 'grantLicence', input, clientKey, async (db, now) => {
    const { partner = null, name } = input;
    const partnerId = partner === null ? null : (await partnerBySlug(db, partner)).id;
    return createLicence(db, { ...NARROWEST, ...termsOf(input), name, partnerId }, now);
  });
}

/** Gives a licence other terms. Throws a Refusal (NOT_FOUND, BAD_USER_INPUT). */
export function changeLicence(desk: Desk, { clientKey = null, ...input }: ChangeLicenceInput): Promise<Licence> {
  return actOnLicence(desk, 'changeLicence', input, clientKey, (db, now) =>
    updateLicence(db, input.number, { ...termsOf(input), ...(input.name == null ? {} : { name: input.name }) }, now),
  );
}

/** Takes a licence away; gives its number. What it was stays in the audit entry. Throws a Refusal (NOT_FOUND). */
export function endLicence(desk: Desk, { clientKey = null, ...input }: EndLicenceInput): Promise<number> {
  return act(desk, { name: 'endLicence', scope: 'admin', clientKey, input }, async (db, now) => {
    await removeLicence(db, input.number, now);
    return { result: input.number, subjects: [`licence ${input.number}`] };
  });
}

async function actOnLicence(
  desk: Desk,
  name: string,
  input: unknown,
  clientKey: string | null,
  work: (db: Desk['db'], now: Date) => Promise<Licence>,
): Promise<Licence> {
  const id = await act(desk, { name, scope: 'admin', clientKey, input }, async (db, now) => {
    const licence = await work(db, now);
    return { result: licence.id, subjects: [`licence ${licence.id}`] };
  });
  const licence = await desk.db.findOneBy(Licence, { id });
  if (licence) return licence;
  throw new Refusal('NOT_FOUND', `Licence ${id} has been taken away since.`);
}

/** What is said of the terms. */
function termsOf(input: Omit<ChangeLicenceInput, 'number' | 'clientKey'>): Partial<LicenceTerms> {
  const { filter, text, media, embargoAccess, history, delay, validFrom, validUntil } = input;
  return {
    // As JSON, so that it is stored as it is read again; without it, all articles.
    ...(filter === undefined ? {} : { filter: JSON.parse(JSON.stringify(filter ?? {})) as Record<string, unknown> }),
    ...(text == null ? {} : { text }),
    ...(media == null ? {} : { media }),
    ...(embargoAccess == null ? {} : { embargoAccess }),
    ...(history == null ? {} : { history }),
    ...(delay == null ? {} : { delaySeconds: secondsOf(delay) }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

function secondsOf(delay: string): number {
  const seconds = Math.round(Duration.fromISO(delay).as('seconds'));
  if (seconds >= 0 && seconds < LONGEST_DELAY) return seconds;
  throw new Refusal('BAD_USER_INPUT', `"${delay}" is no delay: give a duration such as "PT15M" or "P1D".`, {
    argument: 'input.delay',
  });
}
