import type { FastifyInstance } from 'fastify';
import { writeNewsSitemap } from '../feeds/write-news-sitemap.js';
import { writeOpml } from '../feeds/write-opml.js';
import { newestArticles } from '../lists/newest-articles.js';
import { Locale } from '../graphql/scalars.js';
import { Refusal } from '../refusal.js';
import { pageLanguage, wordsIn } from '../portal/words.js';
import { publish, type Publisher } from './publish.js';

/** Articles in a news sitemap, and their age: as far as Google reads one. */
const NEWS = { most: 1_000, last: 'P2D' };

/** What machines find everything else by: `/feeds.opml`, `/news-sitemap.xml` and `/robots.txt`. */
export async function directoryRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const { publicUrl } = publisher;

  app.get<{ Querystring: { lang?: unknown } }>('/feeds.opml', async (request, reply) => {
    const lang = languageTag(request.query.lang);
    const language = lang ?? pageLanguage(request.headers['accept-language']);
    const titles = wordsIn(pageLanguage(lang ?? request.headers['accept-language']));
    return publish(request, reply, publisher, async ({ reference }) => ({
      type: 'text/x-opml; charset=utf-8',
      body: writeOpml(reference, { language, titles, publicUrl }),
      articleIds: [],
      vary: ['accept-language'],
    }));
  });
  app.get('/news-sitemap.xml', async (request, reply) =>
    publish(request, reply, publisher, async context => {
      const items = await newestArticles(NEWS.last, NEWS.most, context, publicUrl);
      return {
        type: 'application/xml; charset=utf-8',
        body: writeNewsSitemap(items),
        // A thousand ids are more than a content delivery network takes in a header: all articles together have a tag of their own.
        articleIds: [],
      };
    }),
  );
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\nDisallow: /graphql\nDisallow: /search\n\nSitemap: ${publicUrl}/news-sitemap.xml\n`),
  );
}

/** The language to name things in, any that there is; names that have none in it are in English. Refuses with BAD_USER_INPUT. */
function languageTag(said: unknown): string | undefined {
  try {
    return said === undefined ? undefined : Locale.parseValue(said);
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'lang is one language tag (BCP 47), such as "vi", "lo" or "zh-Hans".', {
      argument: 'lang',
    });
  }
}
