import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ArticleFilter } from '../content/article-filter.js';
import { nameIn } from '../content/name-in.js';
import type { SavedFeed } from '../content/saved-feed.js';
import { chargeFeed, feedPoints } from '../feeds/charge-feed.js';
import { readKeptRequest, readSavedFeed, readSelectedRequest } from '../feeds/kept-request.js';
import { FEED_FORMATS, type FeedFormat, type WrittenFormat } from '../feeds/write-feed.js';
import type { Context } from '../graphql/context.js';
import { LIMIT, type ListRequest } from '../lists/list-request.js';
import { makeList } from '../lists/make-list.js';
import type { PublishedList } from '../lists/published-list.js';
import { LIST_SUBJECTS } from '../lists/list-subjects.js';
import { publish, type Publisher } from './publish.js';
import { takeArchive } from './take-archive.js';
import { takeFeedToken } from './take-feed-token.js';
import { takeTexts } from './take-texts.js';

type Params = { format: FeedFormat; slug?: string };
type Request = FastifyRequest<{ Params: Params }>;

/** What an address asks for: which articles, and the saved feed that they are of, if any. */
type Read = (query: URLSearchParams, context: Context) => { list: ListRequest; saved: SavedFeed | null };

/**
 * Feeds: `/feeds.rss`, `.atom`, `.json` and `.ninjs`, with the selection in the query string, and `/topics/<slug>/feed.rss`,
 * `/events/<slug>/feed.rss` and `/sources/<slug>/feed.rss` for short; `/feeds/<slug>.rss` for one that is kept under a name. `texts=false` gives
 * ledes in place of texts, `archive=2022-07` what was published in a month, day, hour or minute. Readers that send no headers may be known by a token in the query string.
 */
export async function feedsRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const formats = Object.keys(FEED_FORMATS).join('|');
  app.get<{ Params: Params }>(`/feeds.:format(${formats})`, async (request, reply) =>
    answer(request, reply, publisher, selected),
  );
  for (const [subject, parameter] of Object.entries(LIST_SUBJECTS)) {
    app.get<{ Params: Params }>(`/${subject}/:slug/feed.:format(${formats})`, async (request, reply) =>
      answer(request, reply, publisher, (query, context) => {
        query.append(parameter, request.params.slug ?? '');
        return selected(query, context);
      }),
    );
  }
  app.get<{ Params: Params }>(`/feeds/:slug.:format(${formats})`, async (request, reply) =>
    answer(request, reply, publisher, (query, context) => {
      const saved = readSavedFeed(request.params.slug ?? '', context);
      return { list: readKeptRequest(saved.filter, query), saved };
    }),
  );
}

const selected: Read = (query, context) => ({ list: readSelectedRequest(query, context), saved: null });

async function answer(request: Request, reply: FastifyReply, publisher: Publisher, read: Read): Promise<FastifyReply> {
  const { publicUrl } = publisher;
  const { type, write, withdrawn, archives }: WrittenFormat = FEED_FORMATS[request.params.format];
  const url = new URL(request.url, publicUrl);
  const query = new URLSearchParams(url.searchParams);

  return publish(request, reply, takeFeedToken(query, reply, publisher), async context => {
    const texts = takeTexts(query);
    const period = takeArchive(query);
    const { list: asked, saved } = read(query, context);
    const list = period ? { ...asked, limit: LIMIT.most } : asked;
    const options = { publicUrl, url, texts, withdrawn: withdrawn ?? false, archives: archives ?? false, period };
    const most = feedPoints(list.limit, texts);
    const pointsOf = ({ items }: PublishedList): number => feedPoints(items.length, texts);
    const made = await chargeFeed(context, most, () => makeList(list, context, options), pointsOf);
    const feed = saved ? { ...made, ...titleOf(saved, made) } : made;
    return {
      type,
      body: write(feed),
      updatedAt: feed.updatedAt,
      articleIds: feed.items.map(({ articleId }) => articleId),
      headers: { link: linksOf(feed) },
      isTimeless: !withdrawn && !archives && !hasMovingSpan(list.filter),
      cost: { most, actual: pointsOf(feed) },
    };
  });
}

/** "The last seven days" are others with every request. */
function hasMovingSpan({ published, updated }: ArticleFilter): boolean {
  return published?.last != null || updated?.last != null;
}

/** A saved feed's own title, in the one language of its articles or in English. */
function titleOf({ names, descriptions, slug }: SavedFeed, { language }: PublishedList) {
  const title = nameIn(names, language) ?? slug;
  return { title, description: nameIn(descriptions, language) ?? title };
}

/** The pages of a feed, also for formats that have no word for them (RFC 8288). */
function linksOf({ nextUrl, firstUrl, archive }: PublishedList): string {
  const links = { first: firstUrl, next: nextUrl, 'prev-archive': archive?.previousUrl ?? null };
  return Object.entries(links)
    .flatMap(([relation, url]) => (url === null ? [] : `<${url}>; rel="${relation}"`))
    .join(', ');
}
