import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { articlesOfStory } from '../content/article.loaders.js';
import { correctionsOfArticle } from '../content/correction.loaders.js';
import { FEED_FORMATS } from '../feeds/write-feed.js';
import type { Context } from '../graphql/context.js';
import { readListRequest } from '../lists/list-request.js';
import { makeList } from '../lists/make-list.js';
import type { ListedArticle } from '../lists/published-list.js';
import { articlePage } from '../portal/article-page.js';
import { errorPage } from '../portal/error-page.js';
import { frontPage } from '../portal/front-page.js';
import { type FeedLink, listPage } from '../portal/list-page.js';
import { PAGE_STYLE, PAGE_STYLE_PATH } from '../portal/page-style.js';
import { PAGE_LANGUAGES, pageLanguage, type PageLanguage } from '../portal/words.js';
import { Refusal } from '../refusal.js';
import { articleAt, noSuchArticle, withdrawnAt } from './article-at.js';
import { LIST_SUBJECTS } from './list-subjects.js';
import { publish, type Published, type Publisher } from './publish.js';

/** Pages run nothing. Pictures are where their publishers have them. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src http: https: data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that was asked for: in which language, and at which address, without the language. */
interface Asked {
  context: Context;
  language: PageLanguage;
  url: URL;
}

interface Page {
  status?: number;
  body: string;
  items: ListedArticle[];
}

/** The pages: `/`, `/topics/<slug>`, `/events/<slug>`, `/sources/<slug>`, `/search?…` and `/articles/<id>`. */
export async function portalRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const { publicUrl } = publisher;

  app.get(PAGE_STYLE_PATH, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('text/css; charset=utf-8')
      .send(PAGE_STYLE),
  );
  app.get('/', async (request, reply) =>
    page(request, reply, publisher, async ({ context, language, url }) => {
      const newest = await makeList({ filter: {}, limit: 8, after: null }, context, { publicUrl, url, texts: false });
      const body = await frontPage(newest, { language, reference: context.reference, publicUrl });
      return { body, items: newest.items };
    }),
  );
  app.get('/search', async (request, reply) => page(request, reply, publisher, asked => list(asked, {}, publicUrl)));
  for (const [subject, parameter] of Object.entries(LIST_SUBJECTS)) {
    app.get<{ Params: { slug: string } }>(`/${subject}/:slug`, async (request, reply) =>
      page(request, reply, publisher, asked => list(asked, { [parameter]: request.params.slug }, publicUrl)),
    );
  }
  app.get<{ Params: { id: string } }>('/articles/:id', async (request, reply) =>
    page(request, reply, publisher, async ({ context, language, url }) => {
      const path = url.pathname;
      const { id } = request.params;
      const item = await articleAt(id, context, publicUrl);
      if (!item) return { status: 410, body: await withdrawnAt(id, { language, path }, context), items: [] };
      const [versions, corrections] = await Promise.all([
        context.load(articlesOfStory, item.article.storyId),
        context.load(correctionsOfArticle, item.article.id),
      ]);
      const translations = versions.filter(version => version.id !== item.article.id);
      return {
        body: await articlePage(item, { language, path, translations, corrections, publicUrl }),
        items: [item],
      };
    }),
  );
  app.get<{ Params: { id: string } }>('/articles/:id/ninjs', async (request, reply) =>
    publish(request, reply, publisher, async context => {
      const item = await articleAt(request.params.id, context, publicUrl);
      if (!item) throw noSuchArticle();
      const { type, write } = FEED_FORMATS.ninjs;
      return { type, body: write({ items: [item] }), updatedAt: item.article.updatedAt, articleIds: [item.articleId] };
    }),
  );
}

/** Answers with a page, in the language of the address (`hl`) or of the browser; with a page that says why there is none. */
async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  publisher: Publisher,
  make: (asked: Asked) => Promise<Page>,
): Promise<FastifyReply> {
  const url = new URL(request.url, publisher.publicUrl);
  const said = PAGE_LANGUAGES.find(tag => tag === url.searchParams.get('hl'));
  const language = said ?? pageLanguage(request.headers['accept-language']);
  url.searchParams.delete('hl');

  return publish(request, reply, publisher, async context => {
    const common = {
      type: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY, 'content-language': language },
      vary: ['accept-language'],
    } satisfies Partial<Published>;
    try {
      const { status = 200, body, items } = await make({ context, language, url });
      return { ...common, status, body, articleIds: items.map(({ articleId }) => articleId) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = await errorPage(error.message, { language, path: url.pathname });
      return { ...common, status: error.status, body, articleIds: [] };
    }
  });
}

async function list({ context, language, url }: Asked, said: Record<string, string>, publicUrl: string): Promise<Page> {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(said)) query.append(name, value);
  const found = await makeList(readListRequest(query), context, { publicUrl, url, texts: false });
  const feeds = feedLinks(query, publicUrl);
  return { body: await listPage(found, { language, path: url.pathname + url.search, feeds }), items: found.items };
}

/** The feeds of what a page shows, from its beginning. */
function feedLinks(query: URLSearchParams, publicUrl: string): FeedLink[] {
  const first = new URLSearchParams(query);
  first.delete('after');
  return Object.entries(FEED_FORMATS).map(([ending, { name, type }]) => ({
    name,
    type: type.split(';', 1)[0]!,
    url: `${publicUrl}/feeds.${ending}?${first.toString()}`,
  }));
}
