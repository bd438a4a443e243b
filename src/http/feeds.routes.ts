import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findFeed } from '../content/find-feed.js';
import { savedList } from '../feeds/saved-list.js';
import { FEED_FORMATS, type FeedFormat } from '../feeds/write-feed.js';
import type { Context } from '../graphql/context.js';
import { readListRequest } from '../lists/list-request.js';
import { makeList } from '../lists/make-list.js';
import type { PublishedList } from '../lists/published-list.js';
import { Refusal } from '../refusal.js';
import { LIST_SUBJECTS } from './list-subjects.js';
import { publish, type Publisher } from './publish.js';

type Params = { format: FeedFormat; slug?: string };

/** A feed that was asked for: what its address says beside the path. */
interface Asked {
  query: URLSearchParams;
  url: URL;
  publicUrl: string;
}

/**
 * Feeds: `/feeds.rss`, `.atom`, `.json` and `.ninjs`, with the selection in the query string, and `/topics/<slug>/feed.rss`,
 * `/events/<slug>/feed.rss` and `/sources/<slug>/feed.rss` for short; `/feeds/<slug>.rss` for one that is kept under a name.
 */
export async function feedsRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const formats = Object.keys(FEED_FORMATS).join('|');
  app.get<{ Params: Params }>(`/feeds.:format(${formats})`, async (request, reply) =>
    answer(request, reply, publisher, (context, asked) => selectedFeed(context, asked, {})),
  );
  for (const [subject, parameter] of Object.entries(LIST_SUBJECTS)) {
    app.get<{ Params: Params }>(`/${subject}/:slug/feed.:format(${formats})`, async (request, reply) =>
      answer(request, reply, publisher, (context, asked) =>
        selectedFeed(context, asked, { [parameter]: request.params.slug ?? '' }),
      ),
    );
  }
  app.get<{ Params: Params }>(`/feeds/:slug.:format(${formats})`, async (request, reply) =>
    answer(request, reply, publisher, (context, asked) => savedFeed(context, asked, request.params.slug ?? '')),
  );
}

async function answer(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  publisher: Publisher,
  make: (context: Context, asked: Asked) => Promise<PublishedList>,
): Promise<FastifyReply> {
  const { publicUrl } = publisher;
  const { type, write } = FEED_FORMATS[request.params.format];
  const url = new URL(request.url, publicUrl);
  const query = new URLSearchParams(url.searchParams);

  return publish(request, reply, publisher, async context => {
    const feed = await make(context, { query, url, publicUrl });
    return {
      type,
      body: write(feed),
      updatedAt: feed.updatedAt,
      articleIds: feed.items.map(({ articleId }) => articleId),
      headers: { link: linksOf(feed) },
    };
  });
}

async function selectedFeed(
  context: Context,
  { query, url, publicUrl }: Asked,
  said: Record<string, string>,
): Promise<PublishedList> {
  for (const [name, value] of Object.entries(said)) query.append(name, value);
  return makeList(readListRequest(query), context, { publicUrl, url });
}

async function savedFeed(context: Context, asked: Asked, slug: string): Promise<PublishedList> {
  const feed = findFeed(slug, context.reader, context.reference);
  if (feed) return savedList(feed, context, asked);
  throw new Refusal('NOT_FOUND', 'There is no such feed, or none that is yours.');
}

/** The pages of a feed, also for formats that have no word for them (RFC 8288). */
function linksOf({ nextUrl, firstUrl }: PublishedList): string {
  return [`<${firstUrl}>; rel="first"`, ...(nextUrl === null ? [] : [`<${nextUrl}>; rel="next"`])].join(', ');
}
