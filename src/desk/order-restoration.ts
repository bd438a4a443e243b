import { globalId } from '../graphql/global-id.js';
import { restoreArticle } from '../ingest/store/restore-article.js';
import { act, type Desk } from './act.js';
import { readArticleId } from './read-article-id.js';
import type { RestoreArticleInput } from './withdrawal-input.js';

/** Restores a withdrawn article in the name of the desk; gives its key and the version that this made. Refuses what restoreArticle refuses. */
export async function orderRestoration(
  desk: Desk,
  input: RestoreArticleInput,
): Promise<{ articleId: number; version: number }> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'restoreArticle', scope: 'desk', clientKey, input: given }, async (db, now) => {
    const articleId = readArticleId(given.article);
    const order = { articleId, expectedVersion: given.expectedVersion ?? null };
    const { version } = await restoreArticle(db, order, now);
    return { result: { articleId, version }, subjects: [globalId('Article', articleId)] };
  });
}
