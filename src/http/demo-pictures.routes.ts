import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../database/error-code.js';
import { isUnchanged } from './is-unchanged.js';

const NAME = /^[a-z0-9][a-z0-9-]{0,80}\.svg$/;

/** The drawings of the demo content, at `/demo/pictures/<name>.svg`. Shown alone they run nothing and load nothing. */
export async function demoPicturesRoutes(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  app.get<{ Params: { name: string } }>('/demo/pictures/:name', async (request, reply) => {
    const { name } = request.params;
    const picture = NAME.test(name) ? await readPicture(join(folder, name)) : null;
    if (!picture) return reply.callNotFound();

    const etag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 22)}"`;
    reply.headers({
      etag,
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    });
    if (isUnchanged(request.headers, etag)) return reply.code(304).send();
    return reply.type('image/svg+xml').send(picture);
  });
}

async function readPicture(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
