import { GraphQLError, type ASTNode } from 'graphql';
import type { Refusal } from '../refusal.js';

/** Seconds after which a partner may try again when we could not answer. */
const RETRY_AFTER = '5';

/** How to ask with a key, for 401 (RFC 6750, section 3). */
const CHALLENGE = 'Bearer realm="nhip-cau", error="invalid_token"';

/** What Apollo sets on the HTTP answer for an error: the status, and what RFC 9110 has beside it (10.2.3 and 11.6.1). */
export function httpOf(refusal: Refusal): { status: number; headers: Map<string, string> } {
  const headers = new Map<string, string>();
  if (refusal.status === 503) headers.set('retry-after', RETRY_AFTER);
  const { retryAfterSeconds } = refusal.details;
  if (typeof retryAfterSeconds === 'number') headers.set('retry-after', String(retryAfterSeconds));
  if (refusal.status === 401) headers.set('www-authenticate', CHALLENGE);
  return { status: refusal.status, headers };
}

/** A refusal of the whole request, given before any of it runs; nodes say where in the document. */
export function asGraphqlError(refusal: Refusal, nodes: readonly ASTNode[] = []): GraphQLError {
  return new GraphQLError(refusal.message, {
    nodes,
    originalError: refusal,
    extensions: { code: refusal.code, http: httpOf(refusal) },
  });
}
