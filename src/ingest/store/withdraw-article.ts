import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { awaitMoments } from '../../changes/await-moments.js';
import { ChangeKind } from '../../changes/change.js';
import { type NewWithdrawal, noteWithdrawals } from '../../changes/note-withdrawals.js';
import { recordChanges } from '../../changes/record-changes.js';
import { WithdrawalReason } from '../../changes/withdrawal.js';
import { ArticleStatus } from '../../content/article.js';
import { rowsOf } from '../../database/sql.js';
import { Refusal } from '../../refusal.js';
import { holdArticle } from './hold-article.js';
import { keepVersions } from './write-articles.js';

/** An article that the desk takes back, and why. */
export interface WithdrawalOrder extends Omit<NewWithdrawal, 'version'> {
  /** The version that the desk has looked at; null to withdraw whichever there is. */
  expectedVersion: number | null;
}

/**
 * Takes an article back: from the commit on nobody reads it, and whoever had it is told to take it down. Until the desk restores
 * it, nothing that its source sends brings it back. Call it in a transaction, last. Refuses with NOT_FOUND, with CONFLICT what
 * is withdrawn or has another version, and with BAD_USER_INPUT a replacement that cannot be one.
 */
export async function withdrawArticle(
  db: EntityManager,
  order: WithdrawalOrder,
  now: Date,
): Promise<{ version: number }> {
  const { articleId, replacementId, expectedVersion } = order;
  if (order.reason === WithdrawalReason.SOURCE) {
    throw new Refusal('BAD_USER_INPUT', 'reason is SOURCE, which is for sources to say: say why you withdraw it.', {
      argument: 'reason',
    });
  }
  const article = await holdArticle(db, articleId, expectedVersion);
  if (article.status === ArticleStatus.WITHDRAWN) {
    throw new Refusal('CONFLICT', 'The article is withdrawn already.', { version: article.version });
  }
  if (replacementId !== null) await checkReplacement(db, articleId, replacementId);

  const version = article.version + 1;
  await noteWithdrawals(db, [{ ...order, version }], now);
  await keepVersions(db, [articleId], now);
  await rowsOf(
    db,
    sql`update article set status = ${ArticleStatus.WITHDRAWN}, version = ${version}, updated_at = ${now} where id = ${articleId}`,
  );
  await awaitMoments(db, [{ id: articleId, embargoedUntil: null, expiresAt: null }], now);
  await recordChanges(db, [{ kind: ChangeKind.WITHDRAWN, articleId, version }], now);
  return { version };
}

async function checkReplacement(db: EntityManager, articleId: number, replacementId: number): Promise<void> {
  const [found] = await rowsOf<{ status: ArticleStatus }>(
    db,
    sql`select status from article where id = ${replacementId}`,
  );
  if (found && found.status !== ArticleStatus.WITHDRAWN && replacementId !== articleId) return;
  const message = 'replacement is not another article that may be shown: give the id of one, or leave it out.';
  throw new Refusal('BAD_USER_INPUT', message, { argument: 'replacement' });
}
