import sql from 'sql-template-tag';
import { registerEnumType } from 'type-graphql';
import { connectionOf, type KnownPage, pageOfKnown } from '../content/page-of-known.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import type { PageArgs } from '../graphql/page.js';
import { Withdrawal } from './withdrawal.js';
import { withdrawalById } from './withdrawal.loaders.js';

export enum WithdrawalState {
  OPEN = 'open',
  ALL = 'all',
}

registerEnumType(WithdrawalState, {
  name: 'WithdrawalState',
  description: 'Which withdrawals.',
  valuesConfig: {
    OPEN: { description: 'Those that hold, and that you (for the desk: some partner) have not acknowledged.' },
    ALL: { description: 'Those that are acknowledged, or hold no longer, too.' },
  },
});

export const WithdrawalConnection = connectionOf(Withdrawal, 'Withdrawal');

/** Withdrawals of the articles that the reader's partner had, or of all articles for the desk; none for a visitor. The first one comes first. */
export async function listWithdrawals(
  args: PageArgs,
  state: WithdrawalState,
  context: Context,
): Promise<KnownPage<Withdrawal>> {
  const { db, reader, load } = context;
  const isOpen = state === WithdrawalState.OPEN;
  const whose = reader.scopes.has('desk') ? sql`true` : sql`partner_id = ${reader.partner?.id ?? null}::bigint`;
  const known = await rowsOf<{ id: number }>(
    db,
    reader.scopes.has('desk') && !isOpen
      ? sql`select id from withdrawal order by id`
      : sql`select id from withdrawal
          where ${isOpen ? sql`restored_at is null` : sql`true`} and exists (
            select from withdrawal_acknowledgement where withdrawal_id = withdrawal.id and ${whose}
              ${isOpen ? sql`and acknowledged_at is null` : sql``})
          order by id`,
  );
  const { edges, ...page } = pageOfKnown(known, args, 'WITHDRAWAL');
  const rows = await Promise.all(
    edges.map(async edge => ({ ...edge, node: (await load(withdrawalById, edge.node.id))! })),
  );
  return { ...page, edges: rows, nodes: rows.map(({ node }) => node) };
}
