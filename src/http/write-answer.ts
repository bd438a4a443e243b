import type { FastifyReply, FastifyRequest } from 'fastify';
import { extensionsOf, type WrittenAnswer } from '../answers/written-answer.js';
import type { Context } from '../graphql/context.js';

/** Writes down an answer that was not Apollo's, with what the reader is told for themselves. */
export function writeAnswer(
  { body, contentType, cost, operationName }: WrittenAnswer,
  { quota }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): string | Buffer {
  const standing = quota?.standing() ?? { remaining: null, resets: null };
  request.outcome = { operationName, errors: [] };
  reply.header('content-type', contentType).header('x-query-cost', String(cost.requested));
  for (const [name, value] of quota?.headers() ?? []) reply.header(name, value);
  const own = extensionsOf({ cost: { ...cost, ...standing } });
  return typeof body === 'string' ? body + own : Buffer.concat([body, Buffer.from(own)]);
}
