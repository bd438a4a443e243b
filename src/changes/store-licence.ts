import type { EntityManager } from 'typeorm';
import { announceReference } from '../content/announce-reference.js';
import { readFilter } from '../content/read-filter.js';
import { loadReference } from '../content/reference.js';
import { readSelection } from '../content/selection.js';
import { Licence } from '../partners/licence.js';
import { Refusal } from '../refusal.js';
import { ChangeKind } from './change.js';
import { seizeLicences } from './hold-licences.js';
import { refuseMovingLicence } from './refuse-moving-spans.js';
import { recordChanges } from './record-changes.js';
import { stateLicence } from './state-licence.js';

/** A licence as somebody grants it. */
export type LicenceTerms = Omit<Licence, 'id' | 'revision'>;

/** Grants a licence. Call it in a transaction. Refuses terms that cannot be read, naming the argument. */
export async function createLicence(db: EntityManager, terms: LicenceTerms, now: Date): Promise<Licence> {
  refuseMovingLicence(terms);
  await seizeLicences(db);
  return store(db, db.create(Licence, { ...terms, revision: 0 }), now);
}

/** Gives a licence other terms; what is left out stays. Call it in a transaction. Refuses a licence that is not there. */
export async function updateLicence(
  db: EntityManager,
  id: number,
  terms: Partial<LicenceTerms>,
  now: Date,
): Promise<Licence> {
  const licence = await lockedLicence(db, id);
  refuseMovingLicence(terms);
  return store(db, Object.assign(licence, terms), now);
}

/** Takes a licence away. Call it in a transaction. Refuses a licence that is not there. */
export async function removeLicence(db: EntityManager, id: number, now: Date): Promise<Licence> {
  const licence = await lockedLicence(db, id);
  await db.delete(Licence, { id });
  await announceReference(db);
  const revision = await recordChanges(db, [{ kind: ChangeKind.LICENCE, referenceId: id }], now);
  await stateLicence(db, id, revision!, now);
  return licence;
}

async function lockedLicence(db: EntityManager, id: number): Promise<Licence> {
  await seizeLicences(db);
  const licence = await db.findOne(Licence, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (licence) return licence;
  throw new Refusal('NOT_FOUND', `There is no licence ${id}.`, { id });
}

/** The revision stands on the row before the commit that makes both visible. */
async function store(db: EntityManager, licence: Licence, now: Date): Promise<Licence> {
  readSelection(readFilter(licence.filter), await loadReference(db), now);
  checkTerms(licence);
  const saved = await db.save(Licence, licence);
  await announceReference(db);
  const revision = await recordChanges(db, [{ kind: ChangeKind.LICENCE, referenceId: saved.id }], now);
  await db.update(Licence, { id: saved.id }, { revision: revision! });
  await stateLicence(db, saved.id, revision!, now);
  return Object.assign(saved, { revision });
}

function checkTerms({ name, delaySeconds, validFrom, validUntil }: Licence): void {
  if (name.trim() === '') throw new Refusal('BAD_USER_INPUT', 'A licence needs a name.', { argument: 'name' });
  if (delaySeconds < 0) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `A delay of ${delaySeconds} seconds is over before it begins: give 0 or more.`,
      {
        argument: 'delaySeconds',
      },
    );
  }
  if (validFrom && validUntil && validFrom >= validUntil) {
    throw new Refusal('BAD_USER_INPUT', 'validFrom is not before validUntil.', { argument: 'validFrom' });
  }
}
