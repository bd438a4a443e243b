import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { Refusal } from '../refusal.js';

/**
 * Writes down that a partner has taken down an article that was withdrawn, if it has not said so before. Gives the withdrawal.
 * Refuses with NOT_FOUND an article that the partner never had, or that is not withdrawn, in the same words.
 */
export async function acknowledgeWithdrawal(
  db: EntityManager,
  articleId: number,
  partnerId: number,
  now: Date,
): Promise<{ withdrawalId: number }> {
  const [acknowledged] = await rowsOf<{ withdrawalId: number }>(
    db,
    sql`with acknowledged as (
        update withdrawal_acknowledgement set acknowledged_at = coalesce(acknowledged_at, ${now})
        from withdrawal
        where withdrawal.id = withdrawal_id and article_id = ${articleId} and restored_at is null and partner_id = ${partnerId}
        returning withdrawal_id
      )
      select withdrawal_id as "withdrawalId" from acknowledged`,
  );
  if (acknowledged) return acknowledged;
  throw new Refusal('NOT_FOUND', 'No article that you had is withdrawn under this id: nothing is to be acknowledged.', {
    argument: 'articleId',
  });
}
