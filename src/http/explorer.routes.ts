import type { FastifyInstance } from 'fastify';
import { explorerFiles, type ExplorerFile } from './explorer-files.js';
import { explorerPage } from './explorer-page.js';
import type { Operation } from './read-operations.js';

/** Nothing from outside. Styles may be written into elements: the editor of GraphiQL places every line that way. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An explorer for the API at `/explorer` that needs no connection but the one to the gateway. */
export async function explorerRoutes(app: FastifyInstance, { operations }: { operations: Operation[] }): Promise<void> {
  const page = explorerPage(operations);
  let files: Promise<Record<string, ExplorerFile>> | null = null;

  app.get('/explorer', async (_request, reply) =>
    reply
      .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page),
  );

  app.get<{ Params: { name: string } }>('/explorer/files/:name', async (request, reply) => {
    files ??= explorerFiles();
    const known = await files;
    const { name } = request.params;
    const file = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!file) return reply.callNotFound();

    // Asked again at each visit, and answered 304: so that an upgrade of the gateway is never a mix of two explorers.
    reply.headers({ etag: file.etag, 'cache-control': 'no-cache', 'content-security-policy': POLICY });
    if (request.headers['if-none-match']?.includes(file.etag)) return reply.code(304).send();
    return reply.type(file.type).send(file.content);
  });
}
