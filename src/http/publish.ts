import type { FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import type { Documents } from '../answers/documents.js';
import { chargeFeed } from '../feeds/charge-feed.js';
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
  /** What is kept; null where nothing is. */
  documents: Documents<KeptDocument> | null;
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
  /** Whether nothing in it is of the time of asking; it is not, where that is left out. */
  isTimeless?: boolean;
  /** Points that partners are charged for it; nothing, where it is left out. */
  cost?: { most: number; actual: number };
}

/** A document as it is sent, and kept for the next who asks. */
export interface KeptDocument extends Omit<Published, 'body'> {
  bytes: Buffer;
  etag: string;
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
  { createContext, timeMs, documents }: Publisher,
  make: (context: Context) => Promise<Published>,
): Promise<FastifyReply> {
  const { document, context, until } = await answerWithin(reply.raw, timeMs, async deadline => {
    const { id: requestId, headers, ip: address } = request;
    const asking = await createContext({ requestId, deadline, headers, address });
    const kept = documents?.find(addressOf(request), asking);
    const making = kept ? chargeKept(kept, asking) : make(asking).then(asDocument);
    // The fence has told of the next moment, where there is one.
    const { fence, db, now } = asking;
    const [made, moment] = await Promise.all([making, fence ? fence.until : nextMoment(db, now)]);
    if (!kept && (made.status ?? 200) === 200) documents?.keep(addressOf(request), asking, made);
    return { document: made, context: asking, until: moment };
  });

  const { status = 200, type, bytes, etag, updatedAt, articleIds, headers = {}, vary = [] } = document;
  reply.headers({
    etag,
    'cache-control': cacheControl(context, until),
    'cache-tag': ['articles', ...articleIds].join(','),
    vary: ['authorization', 'x-api-key', ...vary].join(', '),
    ...(updatedAt ? { 'last-modified': updatedAt.toUTCString() } : {}),
    ...headers,
    ...context.quota?.headers(),
  });
  if (status === 200 && isUnchanged(request.headers, etag)) return reply.code(304).send();
  return reply.code(status).type(type).send(bytes);
}

function asDocument({ body, ...published }: Published): KeptDocument {
  const bytes = Buffer.from(body);
  return { ...published, bytes, etag: `"${hash('sha256', bytes, 'base64url').slice(0, 27)}"` };
}

/** What is made for everybody once is charged to each partner that reads it. */
async function chargeKept(kept: KeptDocument, context: Context): Promise<KeptDocument> {
  const { cost } = kept;
  if (!cost) return kept;
  return chargeFeed(
    context,
    cost.most,
    async () => kept,
    () => cost.actual,
  );
}

/** What is asked for: the address, in the languages that a reader's browser says. */
function addressOf({ url, headers }: FastifyRequest): string {
  return `${url} ${headers['accept-language'] ?? ''}`;
}

function cacheControl({ reader, now }: Context, until: Date | null): string {
  const seconds = until ? Math.min(KEEP, Math.floor((until.getTime() - now.getTime()) / 1000)) : KEEP;
  return `${reader.partner ? 'private' : 'public'}, max-age=${Math.max(seconds, 0)}`;
}
