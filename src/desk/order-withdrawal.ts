import { globalId } from '../graphql/global-id.js';
import { withdrawArticle } from '../ingest/store/withdraw-article.js';
import { act, type Desk } from './act.js';
import { boundedText } from './bounded-text.js';
import { readArticleId } from './read-article-id.js';
import type { WithdrawArticleInput } from './withdrawal-input.js';

/** Withdraws an article in the name of the desk; gives its key and the version that this made. Refuses what withdrawArticle refuses. */
export async function orderWithdrawal(
  desk: Desk,
  input: WithdrawArticleInput,
): Promise<{ articleId: number; version: number }> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'withdrawArticle', scope: 'desk', clientKey, input: given }, async (db, now) => {
    const articleId = readArticleId(given.article);
    const order = {
      articleId,
      reason: given.reason,
      advice: boundedText(given.advice, 'input.advice'),
      note: boundedText(given.note, 'input.note'),
      replacementId: given.replacement == null ? null : readArticleId(given.replacement, 'input.replacement'),
      withdrawnBy: desk.actor.name,
      expectedVersion: given.expectedVersion ?? null,
    };
    const { version } = await withdrawArticle(db, order, now);
    return { result: { articleId, version }, subjects: [globalId('Article', articleId)] };
  });
}
