import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.js';

/**
 * The key that a request brings, in `Authorization: Bearer` (RFC 6750, section 2.1) or `x-api-key`; null when it brings
 * neither. Throws a Refusal (UNAUTHENTICATED) for another scheme, and for two keys.
 */
export function sentKey(headers: IncomingHttpHeaders): string | null {
  const { authorization, 'x-api-key': plain } = headers;
  if (authorization === undefined && plain === undefined) return null;

  const bearer = authorization === undefined ? undefined : /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (authorization !== undefined && bearer === undefined) {
    throw new Refusal('UNAUTHENTICATED', 'Send the key as "Authorization: Bearer <key>", or as "x-api-key: <key>".');
  }
  const sent = [bearer, plain].filter(value => value !== undefined).flat();
  if (new Set(sent).size !== 1) throw new Refusal('UNAUTHENTICATED', 'The request brings two keys: send one of them.');
  return sent[0]!.trim();
}
