import type { FastifyInstance } from 'fastify';
import { articleById, articlesOfStory } from '../content/article.loaders.js';
import { FEED_FORMATS } from '../feeds/write-feed.js';
import type { Context } from '../graphql/context.js';
import { globalId, readGlobalId } from '../graphql/global-id.js';
import { readListRequest } from '../lists/list-request.js';
import { listedArticle, makeList } from '../lists/make-list.js';
import { writeAddress } from '../lists/write-list-query.js';
import type { ListedArticle } from '../lists/published-list.js';
import { articlePage } from '../portal/article-page.js';
import { frontPage } from '../portal/front-page.js';
import { feedLinks } from '../portal/feed-links.js';
import { listPage } from '../portal/list-page.js';
import { PAGE_STYLE, PAGE_STYLE_PATH } from '../portal/page-style.js';
import { Refusal } from '../refusal.js';
import { answerPage, type AnsweredPage, type Asked } from './answer-page.js';
import { LIST_SUBJECTS } from './list-subjects.js';
import { publish, type Publisher } from './publish.js';

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
    answerPage(request, reply, publisher, async ({ context, language, url }) => {
      const newest = await makeList({ filter: {}, limit: 8, after: null }, context, { publicUrl, url, texts: false });
      const body = await frontPage(newest, { language, reference: context.reference, publicUrl });
      return { body, items: newest.items };
    }),
  );
  app.get('/search', async (request, reply) =>
    answerPage(request, reply, publisher, asked => list(asked, {}, publicUrl)),
  );
  for (const [subject, parameter] of Object.entries(LIST_SUBJECTS)) {
    app.get<{ Params: { slug: string } }>(`/${subject}/:slug`, async (request, reply) =>
      answerPage(request, reply, publisher, asked => list(asked, { [parameter]: request.params.slug }, publicUrl)),
    );
  }
  app.get<{ Params: { id: string } }>('/articles/:id', async (request, reply) =>
    answerPage(request, reply, publisher, async ({ context, language, url }) => {
      const item = await articleAt(request.params.id, context, publicUrl);
      const versions = await context.load(articlesOfStory, item.article.storyId);
      const translations = versions.filter(({ id }) => id !== item.article.id);
      return {
        body: await articlePage(item, { language, path: url.pathname, translations, publicUrl }),
        items: [item],
      };
    }),
  );
  app.get<{ Params: { id: string } }>('/articles/:id/ninjs', async (request, reply) =>
    publish(request, reply, publisher, async context => {
      const item = await articleAt(request.params.id, context, publicUrl);
      const { type, write } = FEED_FORMATS.ninjs;
      return { type, body: write({ items: [item] }), updatedAt: item.article.updatedAt, articleIds: [item.articleId] };
    }),
  );
}

async function list(
  { context, language, url }: Asked,
  said: Record<string, string>,
  publicUrl: string,
): Promise<AnsweredPage> {
  const query = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(said)) query.append(name, value);
  const found = await makeList(readListRequest(query), context, { publicUrl, url, texts: false });
  const feeds = feedLinks(query, publicUrl);
  query.delete('after');
  const builderPath = writeAddress('/builder', query);
  const body = await listPage(found, { language, path: url.pathname + url.search, feeds, builderPath });
  return { body, items: found.items };
}

/** The article of an address. Refuses with NOT_FOUND what is not there and what the reader must not know of alike. */
async function articleAt(id: string, context: Context, publicUrl: string): Promise<ListedArticle> {
  const found = readGlobalId(id);
  const article = found?.type === 'Article' ? await context.load(articleById, found.key) : null;
  if (article && globalId('Article', article.id) === id) return listedArticle(article, context, publicUrl);
  throw new Refusal('NOT_FOUND', 'There is no such article, or none that you may read.');
}
