import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { httpOf } from '../graphql/as-graphql-error.js';
import { Refusal } from '../refusal.js';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers with problem details (RFC 9457): what went wrong, and the id to ask us about it with. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
): FastifyReply {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail, requestId: request.id };
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Problem details for everything outside GraphQL: absent pages, wrong methods, our bugs. */
export function explainErrors(app: FastifyInstance): void {
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const allowed = METHODS.filter(method => app.hasRoute({ url: path, method }));
    if (allowed.length === 0) return sendProblem(request, reply, 404, 'There is nothing at this address.');

    reply.header('allow', allowed.join(', '));
    return sendProblem(request, reply, 405, `This address answers to ${allowed.join(', ')}.`);
  });

  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error instanceof Refusal) {
      for (const [name, value] of httpOf(error).headers) reply.header(name, value);
      return sendProblem(request, reply, error.status, error.message);
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(request, reply, status, `${error.message}.`);
    if (status === 503)
      return sendProblem(request, reply.header('retry-after', '5'), 503, 'Try again in a few seconds.');

    request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, 500, 'Something went wrong on our side.');
  });
}
