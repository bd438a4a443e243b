import { acknowledgeWithdrawal } from '../changes/acknowledge-withdrawal.js';
import { globalId } from '../graphql/global-id.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import { readArticleId } from './read-article-id.js';
import type { AcknowledgeWithdrawalInput } from './withdrawal-input.js';

/** Writes down that the partner who acts has taken down a withdrawn article; gives the key of the withdrawal. Refuses what acknowledgeWithdrawal refuses. */
export async function sayAcknowledged(desk: Desk, input: AcknowledgeWithdrawalInput): Promise<number> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'acknowledgeWithdrawal', scope: 'read', clientKey, input: given }, async (db, now) => {
    const { partnerId } = desk.actor;
    if (partnerId === null) throw new Refusal('FORBIDDEN', 'Only a partner can have taken an article down.');
    const articleId = readArticleId(given.article);
    const { withdrawalId } = await acknowledgeWithdrawal(db, articleId, partnerId, now);
    return { result: withdrawalId, subjects: [globalId('Article', articleId)] };
  });
}
