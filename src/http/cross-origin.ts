import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** What pages of other sites may read of an answer's head. */
const EXPOSED = [
  'x-request-id',
  'x-query-cost',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'www-authenticate',
  'etag',
];

/** What lets pages of all sites read an answer (the Fetch standard's CORS protocol): nothing depends on a visitor's cookies. */
export const CROSS_ORIGIN_HEADERS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED.join(', '),
};

/** Lets pages of all sites read every answer, and answers browsers that ask beforehand. */
export async function allowCrossOrigin(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: 86_400,
    strictPreflight: false,
  });
}
