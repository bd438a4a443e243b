import { LRUCache } from 'lru-cache';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.js';
import { hashSecret, readKeyText } from './key-text.js';

/** A key that a request brings: what it is found by, and the hash that it must have. */
export interface SentKey {
  prefix: string;
  hash: string;
}

/** What some keys have turned out to be: two hashes each, which take longer than all else about an answer that is in memory. */
const known = new LRUCache<string, SentKey>({ max: 1_000 });

/**
 * The key that a request brings, in `Authorization: Bearer` (RFC 6750, section 2.1) or `x-api-key`; null when it brings
 * neither. Throws a Refusal (UNAUTHENTICATED) for another scheme, for two keys, and for what is no key.
 */
export function readSentKey({ authorization, 'x-api-key': plain }: IncomingHttpHeaders): SentKey | null {
  if (authorization === undefined && plain === undefined) return null;

  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (authorization !== undefined && bearer === undefined) {
    throw new Refusal('UNAUTHENTICATED', 'Send the key as "Authorization: Bearer <key>", or as "x-api-key: <key>".');
  }
  const sent = [bearer, plain].flat().filter(value => value !== undefined);
  if (sent.some(each => each !== sent[0])) {
    throw new Refusal('UNAUTHENTICATED', 'The request brings two keys: send one of them.');
  }
  const text = sent[0]!.trim();
  return known.get(text) ?? readWhole(text);
}

function readWhole(text: string): SentKey {
  const parts = readKeyText(text);
  if (!parts) throw keyRefused('This is not a whole key: copy it again, from "nc_" to its end.');
  const sent = { prefix: parts.prefix, hash: hashSecret(parts.secret) };
  known.set(text, sent);
  return sent;
}

/** Why a key is not taken. */
export function keyRefused(reason: string): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    `${reason} Ask the desk for a new one, or leave the key out to ask as a visitor.`,
  );
}
