import sql from 'sql-template-tag';
import type { Context } from '../graphql/context.js';
import { oneEach } from '../graphql/loader.js';
import { rowsOf } from '../database/sql.js';
import { seesEverything } from '../content/entitled-articles.js';
import { mayHaveNow } from './may-have-now.js';
import { reviveFacts, stateFacts, type StoredFacts } from './state-facts.js';
import type { Withdrawal } from './withdrawal.js';
import { withdrawalById } from './withdrawal.loaders.js';

/**
 * Each article's withdrawal that holds, as far as the reader could have had the article when it was withdrawn, by the licences of
 * now; else null, as for an article that never was: who could not know of it learns nothing.
 */
export async function withdrawalKnown(articleIds: readonly number[], context: Context): Promise<(Withdrawal | null)[]> {
  const rows = await rowsOf<{ articleKey: number; withdrawalId: number; state: StoredFacts }>(
    context.db,
    sql`select withdrawal.article_id as "articleKey", withdrawal.id as "withdrawalId", ${stateFacts('state', [])} as state
      from withdrawal join lateral (
        select * from article_state before where before.article_id = withdrawal.article_id and before.version < withdrawal.version
        order by before.revision desc limit 1) state on true
      where withdrawal.article_id = any(${articleIds}::bigint[]) and withdrawal.restored_at is null`,
  );
  const known = rows.filter(({ state }) => seesEverything(context.reader) || mayHaveNow(context, reviveFacts(state)));
  const withdrawals = await withdrawalById(
    known.map(({ withdrawalId }) => withdrawalId),
    context,
  );
  return oneEach(
    articleIds,
    withdrawals.filter(row => row !== null),
    ({ articleId }) => articleId,
  );
}
