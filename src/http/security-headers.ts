import type { FastifyInstance } from 'fastify';

/** Data is never a page: a browser that is shown some runs nothing in it. Pages set a policy of their own. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** What keeps a browser from doing more with an answer than show it, and the request's id. */
export function securityHeadersOf(requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': NOTHING,
  };
}

/** Sets them on every answer. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(securityHeadersOf(request.id));
    done();
  });
}
