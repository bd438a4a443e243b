import sql, { raw } from 'sql-template-tag';
import type { Context } from '../graphql/context.js';
import { manyEach, oneEach } from '../graphql/loader.js';
import { rowsOf } from '../database/sql.js';
import type { Withdrawal } from './withdrawal.js';
import type { WithdrawalAcknowledgement } from './withdrawal-acknowledgement.js';

const COLUMNS = raw(
  `withdrawal.id, withdrawal.article_id as "articleId", withdrawal.version, withdrawal.reason, withdrawal.advice, withdrawal.note,
    withdrawal.replacement_id as "replacementId", withdrawal.withdrawn_at as "withdrawnAt",
    withdrawal.withdrawn_by as "withdrawnBy", withdrawal.restored_at as "restoredAt"`,
);

/** Each withdrawal by its key. Whoever asks has made sure that the reader may know of it. */
export async function withdrawalById(ids: readonly number[], { db }: Context): Promise<(Withdrawal | null)[]> {
  const rows = await rowsOf<Withdrawal>(db, sql`select ${COLUMNS} from withdrawal where id = any(${ids}::bigint[])`);
  return oneEach(ids, rows, ({ id }) => id);
}

/** "article.version" of a withdrawn article to its last withdrawal up to that version. */
export async function withdrawalOfVersion(keys: readonly string[], { db }: Context): Promise<(Withdrawal | null)[]> {
  const wanted = keys.map(key => key.split('.').map(Number));
  const rows = await rowsOf<Withdrawal & { key: string }>(
    db,
    sql`select distinct on (wanted.article, wanted.version) wanted.article || '.' || wanted.version as key, ${COLUMNS}
      from unnest(${wanted.map(([article]) => article)}::bigint[], ${wanted.map(([, version]) => version)}::int[])
        as wanted (article, version)
      join withdrawal on withdrawal.article_id = wanted.article and withdrawal.version <= wanted.version
      order by wanted.article, wanted.version, withdrawal.version desc`,
  );
  return oneEach(keys, rows, ({ key }) => key);
}

/** When the reader's partner acknowledged each withdrawal; null where it has not, or need not. */
export async function acknowledgedByReader(ids: readonly number[], { db, reader }: Context): Promise<(Date | null)[]> {
  const rows = await rowsOf<WithdrawalAcknowledgement>(
    db,
    sql`select withdrawal_id as "withdrawalId", acknowledged_at as "acknowledgedAt" from withdrawal_acknowledgement
      where partner_id = ${reader.partner?.id ?? null}::bigint and withdrawal_id = any(${ids}::bigint[])`,
  );
  return oneEach(ids, rows, row => row.withdrawalId).map(row => row?.acknowledgedAt ?? null);
}

/** The partners who had each withdrawn article, by their slugs; those who have yet to acknowledge it come first. For the desk alone. */
export async function acknowledgementsOf(
  ids: readonly number[],
  { db }: Context,
): Promise<WithdrawalAcknowledgement[][]> {
  const rows = await rowsOf<WithdrawalAcknowledgement>(
    db,
    sql`select withdrawal_id as "withdrawalId", partner_id as "partnerId", acknowledged_at as "acknowledgedAt", partner.slug as partner
      from withdrawal_acknowledgement join partner on partner.id = partner_id
      where withdrawal_id = any(${ids}::bigint[]) order by acknowledged_at is not null, partner.slug`,
  );
  return manyEach(ids, rows, row => row.withdrawalId);
}
