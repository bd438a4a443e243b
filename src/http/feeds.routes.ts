import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FEED_FORMATS, type FeedFormat, type WrittenFormat } from '../feeds/write-feed.js';
import { readListRequest } from '../lists/list-request.js';
import { makeList } from '../lists/make-list.js';
import type { PublishedList } from '../lists/published-list.js';
import { LIST_SUBJECTS } from '../lists/list-subjects.js';
import { publish, type Publisher } from './publish.js';
import { takeTexts } from './take-texts.js';

type Params = { format: FeedFormat; slug?: string };

/**
 * Feeds: `/feeds.rss`, `.atom`, `.json` and `.ninjs`, with the selection in the query string, and `/topics/<slug>/feed.rss`,
 * `/events/<slug>/feed.rss` and `/sources/<slug>/feed.rss` for short. `texts=false` gives ledes in place of texts.
 */
export async function feedsRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const formats = Object.keys(FEED_FORMATS).join('|');
  app.get<{ Params: Params }>(`/feeds.:format(${formats})`, async (request, reply) =>
    answer(request, reply, {}, publisher),
  );
  for (const [subject, parameter] of Object.entries(LIST_SUBJECTS)) {
    app.get<{ Params: Params }>(`/${subject}/:slug/feed.:format(${formats})`, async (request, reply) =>
      answer(request, reply, { [parameter]: request.params.slug ?? '' }, publisher),
    );
  }
}

async function answer(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  said: Record<string, string>,
  publisher: Publisher,
): Promise<FastifyReply> {
  const { publicUrl } = publisher;
  const { type, write, withdrawn }: WrittenFormat = FEED_FORMATS[request.params.format];
  const url = new URL(request.url, publicUrl);
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(said)) query.append(name, value);

  return publish(request, reply, publisher, async context => {
    const texts = takeTexts(query);
    const feed = await makeList(readListRequest(query), context, {
      publicUrl,
      url,
      texts,
      withdrawn: withdrawn ?? false,
    });
    return {
      type,
      body: write(feed),
      updatedAt: feed.updatedAt,
      articleIds: feed.items.map(({ articleId }) => articleId),
      headers: { link: linksOf(feed) },
    };
  });
}

/** The pages of a feed, also for formats that have no word for them (RFC 8288). */
function linksOf({ nextUrl, firstUrl }: PublishedList): string {
  return [`<${firstUrl}>; rel="first"`, ...(nextUrl === null ? [] : [`<${nextUrl}>; rel="next"`])].join(', ');
}
