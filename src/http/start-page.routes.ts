import type { FastifyInstance } from 'fastify';
import { startPage } from './start-page.js';

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page at `/`. */
export async function startPageRoutes(app: FastifyInstance, { publicUrl }: { publicUrl: string }): Promise<void> {
  const page = startPage(publicUrl);

  app.get('/', async (_request, reply) =>
    reply
      .headers({ 'content-security-policy': POLICY, 'cache-control': 'public, max-age=300' })
      .type('text/html; charset=utf-8')
      .send(page),
  );
}
