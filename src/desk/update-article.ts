import type { Desk } from './act.js';
import { actOnArticle, type ArticleDone } from './act-on-article.js';
import type { UpdateArticleInput } from './change-article-input.js';
import { readArticleInput } from './read-article-input.js';

/** Changes what an article says and what it is filed under; what is left out stays. */
export async function updateArticle(desk: Desk, input: UpdateArticleInput): Promise<ArticleDone> {
  return actOnArticle(desk, 'updateArticle', input, (db, reference) => readArticleInput(db, input, reference));
}
