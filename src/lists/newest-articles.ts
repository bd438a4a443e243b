import { ArticleOrder } from '../content/article-filter.js';
import { pageOfArticles } from '../content/page-articles.js';
import { readFilter } from '../content/read-filter.js';
import { readSelection } from '../content/selection.js';
import type { Context } from '../graphql/context.js';
import { listedArticle, withoutEmbargoes } from './make-list.js';
import type { ListedArticle } from './published-list.js';

/** The newest articles of a span of time up to now (ISO 8601, such as P2D), at most so many, without their texts: one statement. */
export async function newestArticles(
  last: string,
  most: number,
  context: Context,
  publicUrl: string,
): Promise<ListedArticle[]> {
  const order = ArticleOrder.NEWEST;
  const selection = readSelection(readFilter({ published: { last } }), context.reference, context.now);
  const page = { size: most, backward: false, after: null, before: null };
  const [found] = await pageOfArticles([{ within: null, selection, order, page }], withoutEmbargoes(context));
  return Promise.all((found?.articles ?? []).map(article => listedArticle(article, context, publicUrl, false)));
}
