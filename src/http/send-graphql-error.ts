import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a request that never came to be run with one GraphQL error, in the media type that the client takes. */
export function sendGraphqlError(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, message }: { status: number; code: string; message: string },
): FastifyReply {
  const isSpecific = request.headers.accept?.includes('application/graphql-response+json') ?? false;
  const extensions = { code, ...(status >= 500 ? { requestId: request.id } : {}) };
  request.outcome = { operationName: null, errors: [code] };

  return reply
    .code(status)
    .type(`application/${isSpecific ? 'graphql-response+json' : 'json'}; charset=utf-8`)
    .send(`${JSON.stringify({ errors: [{ message, extensions }] })}\n`);
}
