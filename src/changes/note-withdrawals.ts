import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { rowsOf } from '../database/sql.js';
import sql from 'sql-template-tag';
import { holdersOfArticles } from './holders-of-articles.js';
import type { Withdrawal } from './withdrawal.js';

/** A withdrawal that is about to be made; `version` is the one that it makes. */
export type NewWithdrawal = Omit<Withdrawal, 'id' | 'withdrawnAt' | 'restoredAt'>;

/**
 * Writes down why articles are withdrawn, and who has to take them down: whoever may have them up to now. Call it in the
 * transaction that withdraws them, with their rows locked, and before they are.
 */
export async function noteWithdrawals(db: EntityManager, withdrawals: NewWithdrawal[], now: Date): Promise<void> {
  if (withdrawals.length === 0) return;
  const articleIds = withdrawals.map(({ articleId }) => articleId);
  const holders = await holdersOfArticles(db, articleIds, now);
  const rows = withdrawals.map(({ articleId, version, reason, advice, note, replacementId, withdrawnBy }) => ({
    article_id: articleId,
    version,
    reason,
    advice,
    note,
    replacement_id: replacementId,
    withdrawn_by: withdrawnBy,
    withdrawn_at: now,
  }));
  await insertRows(db, 'withdrawal', rows);
  await rowsOf(
    db,
    sql`insert into withdrawal_acknowledgement (withdrawal_id, partner_id)
      select withdrawal.id, holder."partnerId"
      from json_to_recordset(${JSON.stringify(holders)}::json) as holder ("articleId" bigint, "partnerId" bigint)
      join withdrawal on withdrawal.article_id = holder."articleId" and withdrawal.restored_at is null`,
  );
}

/** Writes down that articles are withdrawn no longer. Call it in the transaction that restores them. */
export async function noteRestorations(db: EntityManager, articleIds: number[], now: Date): Promise<void> {
  if (articleIds.length === 0) return;
  await rowsOf(
    db,
    sql`update withdrawal set restored_at = ${now}
      where article_id = any(${articleIds}::bigint[]) and restored_at is null`,
  );
}
