import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

/** nginx's status for a client that left before it had its answer. */
const GONE = 499;

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

/** Headers that hold secrets. */
const SECRET_HEADERS = ['authorization', 'cookie', 'set-cookie', 'x-api-key'].flatMap(header => [
  `req.headers["${header}"]`,
  `res.headers["${header}"]`,
  `headers["${header}"]`,
]);

/** Leaves secrets out for whoever logs a request whole (pino's `redact`): its headers, and the feed token in its address. */
export const REDACTION = {
  paths: [...SECRET_HEADERS, 'req.url', 'url'],
  censor: (value: unknown, path: string[]): unknown =>
    path.at(-1) === 'url' && typeof value === 'string' ? withoutToken(value) : '[Redacted]',
};

/** Read as a query, since a name may be written with percent signs. */
function withoutToken(address: string): string {
  const [path = '', query = ''] = address.split('?', 2);
  const said = new URLSearchParams(query);
  const names = new Set([...said.keys()].filter(name => name.toLowerCase() === 'token'));
  if (names.size === 0) return address;
  for (const name of names) said.set(name, 'redacted');
  return `${path}?${said.toString()}`;
}

/** A request that is over. */
export interface FinishedRequest {
  method: string;
  route: string;
  response: ServerResponse;
  ms: number;
  outcome: Outcome | null;
}

/** Writes one line per request: what was asked and how it went, never what was in it (a URL may hold a query's variables). */
export function logRequest(
  log: FastifyBaseLogger,
  { method, route, response, ms, outcome }: FinishedRequest,
  about: { requestId?: string } = {},
): void {
  const status = response.writableFinished ? response.statusCode : GONE;
  const line: Record<string, unknown> = { ...about, method, route, status, ms: Math.round(ms * 10) / 10 };
  if (outcome?.operationName) line.operationName = outcome.operationName;
  if (outcome && outcome.errors.length > 0) line.errors = outcome.errors;
  log.info(line, 'request');
}

/** Has a line written for every request of Fastify's. */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('outcome', null);

  app.addHook('onRequest', (request, reply, done) => {
    // Fastify's onResponse is not called when the client leaves before its answer: the connection's end always is.
    reply.raw.once('close', () => {
      const { method, routeOptions, outcome, log } = request;
      logRequest(log, {
        method,
        route: routeOptions.url ?? 'none',
        response: reply.raw,
        ms: reply.elapsedTime,
        outcome,
      });
    });
    done();
  });
}
