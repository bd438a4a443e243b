import { Duration } from 'luxon';
import type { EntityManager } from 'typeorm';
import { ApiKey } from '../partners/api-key.js';
import { createKey, type ShownKey } from '../partners/create-key.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { revokeKey } from '../partners/revoke-key.js';
import { rotateKey } from '../partners/rotate-key.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { CreateKeyInput, KeyInput, RotateKeyInput } from './key-inputs.js';

/** A key that was made; its text is null where it was made, and shown, before. */
export interface MadeKey {
  key: ApiKey;
  text: string | null;
}

const DAY = 86_400;
const LONGEST_OVERLAP = 366 * DAY;

/** Makes a key for a partner. Throws a Refusal (NOT_FOUND, BAD_USER_INPUT). */
export function makeKey(desk: Desk, { clientKey = null, ...input }: CreateKeyInput): Promise<MadeKey> {
  return showOnce(desk, 'createKey', input, clientKey, async (db, now) => {
    const { label, scopes, expiresAt = null } = input;
    const { id: partnerId } = await partnerBySlug(db, input.partner);
    return createKey(db, { partnerId, label, scopes, expiresAt, addressRanges: input.addressRanges ?? [] }, now);
  });
}

/** Makes a key in place of another, which is taken for some time more. Throws a Refusal (NOT_FOUND, BAD_USER_INPUT). */
export function replaceKey(desk: Desk, { clientKey = null, ...input }: RotateKeyInput): Promise<MadeKey> {
  return showOnce(desk, 'rotateKey', input, clientKey, (db, now) =>
    rotateKey(db, input.prefix, { overlapSeconds: overlapOf(input.overlap) }, now),
  );
}

/** Takes a key no more. Throws a Refusal (NOT_FOUND). */
export async function endKey(desk: Desk, { clientKey = null, ...input }: KeyInput): Promise<ApiKey> {
  const { prefix } = input;
  await act(desk, { name: 'revokeKey', scope: 'admin', clientKey, input }, async (db, now) => {
    await revokeKey(db, prefix, now);
    return { result: prefix, subjects: [`key ${prefix}`] };
  });
  return desk.db.findOneByOrFail(ApiKey, { prefix });
}

/** The text of a key is handed on to whoever has just made it, and kept nowhere: what is written down is its prefix. */
async function showOnce(
  desk: Desk,
  name: string,
  input: unknown,
  clientKey: string | null,
  work: (db: EntityManager, now: Date) => Promise<ShownKey>,
): Promise<MadeKey> {
  const shown: string[] = [];
  const prefix = await act(desk, { name, scope: 'admin', clientKey, input }, async (db, now) => {
    const { key, text } = await work(db, now);
    shown.push(text);
    return { result: key.prefix, subjects: [`key ${key.prefix}`] };
  });
  return { key: await desk.db.findOneByOrFail(ApiKey, { prefix }), text: shown[0] ?? null };
}

function overlapOf(overlap: string | null | undefined): number {
  if (overlap == null) return DAY;
  const seconds = Duration.fromISO(overlap).as('seconds');
  if (seconds >= 0 && seconds <= LONGEST_OVERLAP) return seconds;
  throw new Refusal('BAD_USER_INPUT', `"${overlap}" is no overlap: give a duration of at most a year, such as "P1D".`, {
    argument: 'input.overlap',
  });
}
