import type { FastifyInstance } from 'fastify';

/** Data is never a page: a browser that is shown some runs nothing in it. Pages set a policy of their own. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Sets on every answer what keeps a browser from doing more with it than show it, and the request's id. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': NOTHING,
    });
    done();
  });
}
