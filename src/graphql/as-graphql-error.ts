import { GraphQLError, type ASTNode } from 'graphql';
import type { Refusal } from '../refusal.js';

/** Seconds after which a partner may try again when we could not answer. */
const RETRY_AFTER = '5';

/** What Apollo sets on the HTTP answer for an error: the refusal's status, and for 503 when to come back (RFC 9110, 10.2.3). */
export function httpOf(refusal: Refusal): { status: number; headers: Map<string, string> } {
  return { status: refusal.status, headers: new Map(refusal.status === 503 ? [['retry-after', RETRY_AFTER]] : []) };
}

/** A refusal of the whole request, given before any of it runs; nodes say where in the document. */
export function asGraphqlError(refusal: Refusal, nodes: readonly ASTNode[] = []): GraphQLError {
  return new GraphQLError(refusal.message, {
    nodes,
    originalError: refusal,
    extensions: { code: refusal.code, http: httpOf(refusal) },
  });
}
