import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { FEED_FORMATS, type FeedFormat } from '../feeds/write-feed.js';
import { makeList } from '../lists/make-list.js';
import { nextMoment } from '../lists/next-moment.js';
import { readListRequest } from '../lists/list-request.js';
import type { Context, ContextRequest } from '../graphql/context.js';
import type { PublishedList } from '../lists/published-list.js';
import { answerWithin } from './answer-within.js';
import { isUnchanged } from './is-unchanged.js';

export interface FeedsRoutesOptions {
  createContext: (request: ContextRequest) => Promise<Context> | Context;
  publicUrl: string;
  timeMs: number;
}

/** Seconds for which a feed may be kept: a withdrawn article is gone from every copy within a minute. */
const KEEP = 60;

/** The subjects that have feeds of their own, and the parameter that says the same. */
const SUBJECTS = { topics: 'topic', events: 'event', sources: 'source' } as const;

type Params = { format: FeedFormat; slug?: string };

/**
 * Feeds: `/feeds.rss`, `.atom`, `.json` and `.ninjs`, with the selection in the query string, and `/topics/<slug>/feed.rss`,
 * `/events/<slug>/feed.rss` and `/sources/<slug>/feed.rss` for short.
 */
export async function feedsRoutes(app: FastifyInstance, options: FeedsRoutesOptions): Promise<void> {
  const formats = Object.keys(FEED_FORMATS).join('|');
  app.get<{ Params: Params }>(`/feeds.:format(${formats})`, async (request, reply) =>
    answer(request, reply, {}, options),
  );

  for (const [subject, parameter] of Object.entries(SUBJECTS)) {
    app.get<{ Params: Params }>(`/${subject}/:slug/feed.:format(${formats})`, async (request, reply) =>
      answer(request, reply, { [parameter]: request.params.slug ?? '' }, options),
    );
  }
}

async function answer(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  said: Record<string, string>,
  { createContext, publicUrl, timeMs }: FeedsRoutesOptions,
): Promise<FastifyReply> {
  const { type, write } = FEED_FORMATS[request.params.format];
  const url = new URL(request.url, publicUrl);
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(said)) query.append(name, value);

  const { context, feed, until } = await answerWithin(reply, timeMs, async (signal, allowTime) => {
    const { id: requestId, headers, ip: address } = request;
    const asking = await createContext({ requestId, signal, allowTime, headers, address });
    const [made, moment] = await Promise.all([
      makeList(readListRequest(query), asking, { publicUrl, url }),
      nextMoment(asking.db, asking.now),
    ]);
    return { context: asking, feed: made, until: moment };
  });

  const body = write(feed);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.headers({
    etag,
    'last-modified': feed.updatedAt.toUTCString(),
    'cache-control': cacheControl(context, until),
    'cache-tag': cacheTags(feed),
    link: linksOf(feed),
  });
  reply.header('vary', 'authorization, x-api-key');
  if (isUnchanged(request.headers, etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** Kept by everybody for a minute, but not beyond the next moment at which an article comes or goes by itself; what a key was needed for, by its holder alone. */
function cacheControl({ reader, now }: Context, until: Date | null): string {
  const seconds = until ? Math.min(KEEP, Math.floor((until.getTime() - now.getTime()) / 1000)) : KEEP;
  return `${reader.partner ? 'private' : 'public'}, max-age=${Math.max(seconds, 0)}`;
}

/** What a content delivery network can be told to forget: each article, and everything. */
function cacheTags({ items }: PublishedList): string {
  return ['feeds', ...items.map(({ articleId }) => articleId)].join(',');
}

function linksOf({ nextUrl, firstUrl }: PublishedList): string {
  return [`<${firstUrl}>; rel="first"`, ...(nextUrl === null ? [] : [`<${nextUrl}>; rel="next"`])].join(', ');
}
