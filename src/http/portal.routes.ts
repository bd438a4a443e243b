import type { FastifyInstance } from 'fastify';
import { articlesOfStory } from '../content/article.loaders.js';
import { correctionsOfArticle } from '../content/correction.loaders.js';
import { FEED_FORMATS } from '../feeds/write-feed.js';
import { writeCanceled } from '../feeds/write-ninjs.js';
import { readListRequest } from '../lists/list-request.js';
import { tagUri } from '../lists/list-addresses.js';
import { makeList } from '../lists/make-list.js';
import { writeAddress } from '../lists/write-list-query.js';
import { articlePage } from '../portal/article-page.js';
import { frontPage } from '../portal/front-page.js';
import { documentationPage } from '../portal/documentation-page.js';
import { alternateLinks } from '../portal/head-links.js';
import { feedLinks } from '../portal/feed-links.js';
import { listPage } from '../portal/list-page.js';
import { PAGE_STYLE, PAGE_STYLE_PATH } from '../portal/page-style.js';
import { articleAt, withdrawalAt, withdrawnAt } from './article-at.js';
import { answerPage, type AnsweredPage, type Asked } from './answer-page.js';
import { LIST_SUBJECTS } from '../lists/list-subjects.js';
import { publish, type Publisher } from './publish.js';

/** The pages: `/`, `/documentation`, `/topics/<slug>`, `/events/<slug>`, `/sources/<slug>`, `/search?…` and `/articles/<id>`. */
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
      const links = alternateLinks(
        feedLinks(new URLSearchParams(), publicUrl),
        `${publicUrl}/`,
        newest.title,
        publicUrl,
      );
      const body = await frontPage(newest, { language, reference: context.reference, publicUrl, links });
      return { body, items: newest.items };
    }),
  );
  app.get('/documentation', async (request, reply) =>
    answerPage(request, reply, publisher, async ({ language, url }) => ({
      body: await documentationPage({ language, path: url.pathname }),
      items: [],
    })),
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
      const path = url.pathname;
      const { id } = request.params;
      const item = await articleAt(id, context, publicUrl);
      if (!item) {
        return { status: 410, body: await withdrawnAt(id, { language, path }, context), items: [], about: [id] };
      }
      const [versions, corrections] = await Promise.all([
        context.load(articlesOfStory, item.article.storyId),
        context.load(correctionsOfArticle, item.article.id),
      ]);
      const translations = versions.filter(version => version.id !== item.article.id);
      const links = alternateLinks([], item.pageUrl, item.article.headline, publicUrl);
      return {
        body: await articlePage(item, { language, path, translations, corrections, publicUrl, links }),
        items: [item],
      };
    }),
  );
  app.get<{ Params: { id: string } }>('/articles/:id/ninjs', async (request, reply) =>
    publish(request, reply, publisher, async context => {
      const { id } = request.params;
      const item = await articleAt(id, context, publicUrl);
      const { type, write } = FEED_FORMATS.ninjs;
      if (!item) {
        const { withdrawnAt: updatedAt, note } = await withdrawalAt(id, context);
        const gone = { uri: tagUri(publicUrl, id), withdrawnAt: updatedAt, note };
        return { status: 410, type, body: writeCanceled(gone), updatedAt, articleIds: [id] };
      }
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
  const path = url.pathname + url.search;
  const links = alternateLinks(feeds, publicUrl + path, found.title, publicUrl);
  const body = await listPage(found, { language, path, feeds, links, builderPath });
  return { body, items: found.items };
}
