import sql from 'sql-template-tag';
import type { Context } from '../graphql/context.js';
import { oneEach } from '../graphql/loader.js';
import { rowsOf } from '../database/sql.js';
import { seesEverything } from '../content/entitled-articles.js';
import { hadWhenWithdrawn, type WithdrawnState } from './had-when-withdrawn.js';
import { stateFacts } from './state-facts.js';
import type { Withdrawal } from './withdrawal.js';
import { withdrawalById } from './withdrawal.loaders.js';

/**
 * Each article's withdrawal that holds, as far as the reader could have had the article when it was withdrawn, and still
 * could; else null, as for an article that never was: who could not know of it learns nothing.
 */
export async function withdrawalKnown(articleIds: readonly number[], context: Context): Promise<(Withdrawal | null)[]> {
  const rows = await rowsOf<WithdrawnState & { withdrawalId: number }>(
    context.db,
    sql`select withdrawal.id as "withdrawalId", withdrawal.withdrawn_at as "withdrawnAt", change.revision,
        ${stateFacts('state', [])} as state
      from withdrawal
      join change on change.article_id = withdrawal.article_id and change.version = withdrawal.version and change.kind = 'withdrawn'
      join lateral (
        select * from article_state before where before.article_id = withdrawal.article_id and before.version < withdrawal.version
        order by before.revision desc limit 1) state on true
      where withdrawal.article_id = any(${articleIds}::bigint[]) and withdrawal.restored_at is null`,
  );
  const known = seesEverything(context.reader) ? rows : await hadWhenWithdrawn(rows, context);
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
