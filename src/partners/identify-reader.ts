import ipaddr from 'ipaddr.js';
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { EntityManager } from 'typeorm';
import { Refusal } from '../refusal.js';
import { ApiKey } from './api-key.js';
import { hashSecret, readKeyText } from './key-text.js';
import type { Licence } from './licence.js';
import { Partner } from './partner.js';
import { type Reader, visitorReader } from './reader.js';
import { sentKey } from './sent-key.js';

/** The head of a request, as far as it tells who is asking. */
export interface Caller {
  headers: IncomingHttpHeaders;
  /** The address it comes from (IPv4 or IPv6). */
  address: string;
}

/** Milliseconds between two notes of when a key was last used. */
const NOTE_EVERY = 60_000;

const NO_HASH = '0'.repeat(64);

/**
 * Who is asking: a visitor, if the request brings no key, else the partner of the key. The key is looked up in the database
 * each time, in one statement by its unique prefix, so that a revocation or suspension holds on every process from its commit on. Throws a
 * Refusal (UNAUTHENTICATED) for a key that is not taken, whoever asks with it: its reason is told to who knows the secret.
 */
export async function identifyReader(
  db: EntityManager,
  { headers, address }: Caller,
  licences: readonly Licence[],
  now: Date,
): Promise<Reader> {
  const sent = sentKey(headers);
  if (sent === null) return visitorReader(licences);

  const parts = readKeyText(sent);
  if (!parts) throw refused('This is not a whole key: copy it again, from "nc_" to its end.');
  const found = await db
    .createQueryBuilder(ApiKey, 'key')
    .innerJoinAndMapOne('key.partner', Partner, 'partner', 'partner.id = key.partnerId')
    .where('key.prefix = :prefix', { prefix: parts.prefix })
    .getOne();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mapped by the join above
  const key = found as (ApiKey & { partner: Partner }) | null;
  const isRight = timingSafeEqual(Buffer.from(hashSecret(parts.secret)), Buffer.from(key?.hash ?? NO_HASH));
  if (!key || !isRight) throw refused('There is no such key.');
  const { partner } = key;
  if (key.revokedAt !== null) throw refused('This key is revoked.');
  if (key.expiresAt !== null && key.expiresAt <= now) throw refused('This key has expired.');
  if (partner.suspendedAt !== null) throw refused('The partner of this key is suspended.');
  if (!isWithin(address, key.addressRanges)) throw refused('This key is not taken from the address it was sent from.');

  await noteUse(db, key, now);
  const isTheirs = ({ partnerId }: Licence): boolean => partnerId === null || partnerId === partner.id;
  const scopes = new Set(key.scopes);
  return { partner, key, scopes, licences: scopes.has('read') ? licences.filter(isTheirs) : [] };
}

function refused(reason: string): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    `${reason} Ask the desk for a new one, or leave the key out to ask as a visitor.`,
  );
}

/** Whether an address is in one of some ranges; IPv4 within IPv6 (RFC 4291, section 2.5.5.2) counts as IPv4. */
function isWithin(address: string, ranges: string[]): boolean {
  if (ranges.length === 0) return true;
  // A proxy of ours may hand on what is no address.
  if (!ipaddr.isValid(address)) return false;
  const from = ipaddr.process(address);
  return ranges.some(range => {
    const [start, bits] = ipaddr.parseCIDR(range);
    return start.kind() === from.kind() && from.match(start, bits);
  });
}

/** Of requests at one time, one writes. */
async function noteUse(db: EntityManager, { id, lastUsedAt }: ApiKey, now: Date): Promise<void> {
  const before = new Date(now.getTime() - NOTE_EVERY);
  if (lastUsedAt !== null && lastUsedAt > before) return;
  await db.query(
    'update api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)',
    [id, now, before],
  );
}
