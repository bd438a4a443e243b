import { articleById } from '../content/article.loaders.js';
import type { Context } from '../graphql/context.js';
import { globalId, readGlobalId } from '../graphql/global-id.js';
import { listedArticle } from '../lists/make-list.js';
import type { ListedArticle } from '../lists/published-list.js';
import { Refusal } from '../refusal.js';

/** The article of an address. Refuses with NOT_FOUND what is not there and what the reader must not know of alike. */
export async function articleAt(id: string, context: Context, publicUrl: string): Promise<ListedArticle> {
  const found = readGlobalId(id);
  const article = found?.type === 'Article' ? await context.load(articleById, found.key) : null;
  if (article && globalId('Article', article.id) === id) return listedArticle(article, context, publicUrl);
  throw new Refusal('NOT_FOUND', 'There is no such article, or none that you may read.');
}
