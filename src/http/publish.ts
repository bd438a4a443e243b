import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Context, ContextRequest } from '../graphql/context.js';
import { nextMoment } from '../lists/next-moment.js';
import { answerWithin } from './answer-within.js';
import { isUnchanged } from './is-unchanged.js';

/** What publishing takes of the server. */
export interface Publisher {
  createContext: (request: ContextRequest) => Promise<Context> | Context;
  /** Where visitors reach the gateway: an absolute address without a slash at the end. */
  publicUrl: string;
  timeMs: number;
}

/** A document made of articles, ready to be sent. */
export interface Published {
  status?: number;
  type: string;
  body: string;
  /** When something in it last changed, where that can be said. */
  updatedAt?: Date;
  /** The ids of the articles in it: what a content delivery network can be told to forget. */
  articleIds: string[];
  headers?: Record<string, string>;
  /** Request headers that it depends on, beside the key. */
  vary?: string[];
}

/** Seconds for which a document may be kept: a withdrawn article is gone from every copy within a minute. */
const KEEP = 60;

/**
 * Answers with a document made of articles: with an ETag of its very bytes, so that 304 is never stale, and for how long it may be
 * kept. That is a minute, but not beyond the next moment at which an article comes or goes by itself; and by its holder alone
 * where a key was sent.
 */
export async function publish(
  request: FastifyRequest,
  reply: FastifyReply,
  { createContext, timeMs }: Publisher,
  make: (context: Context) => Promise<Published>,
): Promise<FastifyReply> {
  const { document, context, until } = await answerWithin(reply, timeMs, async (signal, allowTime) => {
    const { id: requestId, headers, ip: address } = request;
    const asking = await createContext({ requestId, signal, allowTime, headers, address });
    const [made, moment] = await Promise.all([make(asking), nextMoment(asking.db, asking.now)]);
    return { document: made, context: asking, until: moment };
  });

  const { status = 200, type, body, updatedAt, articleIds, headers = {}, vary = [] } = document;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.headers({
    etag,
    'cache-control': cacheControl(context, until),
    'cache-tag': ['articles', ...articleIds].join(','),
    vary: ['authorization', 'x-api-key', ...vary].join(', '),
    ...(updatedAt ? { 'last-modified': updatedAt.toUTCString() } : {}),
    ...headers,
  });
  if (status === 200 && isUnchanged(request.headers, etag)) return reply.code(304).send();
  return reply.code(status).type(type).send(body);
}

function cacheControl({ reader, now }: Context, until: Date | null): string {
  const seconds = until ? Math.min(KEEP, Math.floor((until.getTime() - now.getTime()) / 1000)) : KEEP;
  return `${reader.partner ? 'private' : 'public'}, max-age=${Math.max(seconds, 0)}`;
}
