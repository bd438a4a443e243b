import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphqlReply } from './graphql-request.js';

/** Sends an answer to a GraphQL request through Fastify, and notes for the log how it went. */
export function sendReply(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, body, outcome }: GraphqlReply,
): FastifyReply {
  request.outcome = outcome;
  return reply
    .code(status)
    .headers(headers)
    .send(body ?? undefined);
}
