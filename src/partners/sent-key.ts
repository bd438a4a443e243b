import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.js';
import { type KeyText, readKeyText } from './key-text.js';

/**
 * The key that a request brings, in `Authorization: Bearer` (RFC 6750, section 2.1) or `x-api-key`; null when it brings
 * neither. Throws a Refusal (UNAUTHENTICATED) for another scheme, for two keys, and for what is no key.
 */
export function readSentKey({ authorization, 'x-api-key': plain }: IncomingHttpHeaders): KeyText | null {
  if (authorization === undefined && plain === undefined) return null;

  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (authorization !== undefined && bearer === undefined) {
    throw new Refusal('UNAUTHENTICATED', 'Send the key as "Authorization: Bearer <key>", or as "x-api-key: <key>".');
  }
  const sent = [bearer, plain].filter(value => value !== undefined).flat();
  if (new Set(sent).size !== 1) throw new Refusal('UNAUTHENTICATED', 'The request brings two keys: send one of them.');
  const parts = readKeyText(sent[0]!.trim());
  if (!parts) throw keyRefused('This is not a whole key: copy it again, from "nc_" to its end.');
  return parts;
}

/** Why a key is not taken. */
export function keyRefused(reason: string): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    `${reason} Ask the desk for a new one, or leave the key out to ask as a visitor.`,
  );
}
