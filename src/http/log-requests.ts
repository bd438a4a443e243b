import type { FastifyInstance } from 'fastify';

/** What became of a GraphQL request: the operation's own name, and the codes of its errors. */
export interface Outcome {
  operationName: string | null;
  errors: string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    outcome: Outcome | null;
  }
}

/** Headers that hold secrets, for whoever logs a request whole (pino's `redact`). */
export const SECRET_HEADERS = ['authorization', 'cookie', 'set-cookie', 'x-api-key'].flatMap(header => [
  `req.headers["${header}"]`,
  `res.headers["${header}"]`,
  `headers["${header}"]`,
]);

/** Writes one line per request: what was asked and how it went, never what was in it (a URL may hold a query's variables). */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('outcome', null);

  app.addHook('onResponse', (request, reply, done) => {
    const { outcome } = request;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(outcome?.operationName ? { operationName: outcome.operationName } : {}),
        ...(outcome && outcome.errors.length > 0 ? { errors: outcome.errors } : {}),
      },
      'request',
    );
    done();
  });
}
