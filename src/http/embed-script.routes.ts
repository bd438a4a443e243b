import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { widgetScript } from '../embed/widget-script.js';
import { isUnchanged } from './is-unchanged.js';

/** Kept for five minutes, and used for a day while the next is fetched: an upgrade of the gateway reaches every page soon. */
const KEEP = 'public, max-age=300, stale-while-revalidate=86400';

/** The widget at `/embed.js`, for pages of any origin. */
export async function embedScriptRoutes(app: FastifyInstance): Promise<void> {
  const plain = Buffer.from(widgetScript());
  // Once, as small as can be: so that each way of sending it has a strong ETag of its own (RFC 9110, section 8.8.3.3).
  const sent = {
    br: await promisify(brotliCompress)(plain),
    gzip: await promisify(gzip)(plain, { level: 9 }),
    identity: plain,
  };
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);

  app.get('/embed.js', { compress: false }, async (request, reply) => {
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '');
    const etag = `"${hash}-${encoding}"`;
    reply.headers({
      etag,
      'cache-control': KEEP,
      vary: 'accept-encoding',
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (isUnchanged(request.headers, etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('text/javascript; charset=utf-8').send(sent[encoding]);
  });
}

/** The best of ours that is taken (RFC 9110, section 12.5.3); a weight of nought means never. */
function encodingFor(accepted: string): 'br' | 'gzip' | 'identity' {
  const offers = accepted.toLowerCase().replaceAll(/\s/g, '').split(',');
  const takes = (name: string): boolean =>
    offers.some(offer => offer === name || (offer.startsWith(`${name};q=`) && !/;q=0(\.0*)?$/.test(offer)));
  return (['br', 'gzip'] as const).find(takes) ?? 'identity';
}
