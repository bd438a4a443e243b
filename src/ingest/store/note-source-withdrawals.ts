import type { EntityManager } from 'typeorm';
import { noteRestorations, noteWithdrawals } from '../../changes/note-withdrawals.js';
import { WithdrawalReason } from '../../changes/withdrawal.js';
import { ArticleStatus } from '../../content/article.js';
import type { HeldArticle } from './number-versions.js';
import type { ArticleWrite } from './write-articles.js';

/** Writes down which articles their source takes back with these writes, and which ones it brings back. Call it before they are written. */
export async function noteSourceWithdrawals(
  db: EntityManager,
  writes: ArticleWrite[],
  again: { held: HeldArticle }[],
  now: Date,
): Promise<void> {
  const before = new Map(again.map(({ held }) => [held.id, held.status]));
  const turned = writes.filter(({ id, article }) => isOut(before.get(id)) !== isOut(article.status));
  const withdrawn = turned.filter(({ article }) => isOut(article.status));
  const restored = turned.filter(({ article }) => !isOut(article.status));

  await noteRestorations(
    db,
    restored.map(({ id }) => id),
    now,
  );
  const own = { reason: WithdrawalReason.SOURCE, advice: null, note: null, replacementId: null, withdrawnBy: null };
  await noteWithdrawals(
    db,
    withdrawn.map(({ id, version }) => ({ ...own, articleId: id, version })),
    now,
  );
}

function isOut(status: ArticleStatus | undefined): boolean {
  return status === ArticleStatus.WITHDRAWN;
}
