import sql from 'sql-template-tag';
import type { Selection } from '../content/selection.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { isSelected } from './may-have.js';
import { mayHaveNow } from './may-have-now.js';
import { reviveFacts, stateFacts, type StoredFacts } from './state-facts.js';

/** An article that is gone from a selection because it was withdrawn. */
export interface WithdrawnArticle {
  articleKey: number;
  withdrawnAt: Date;
  /** What to tell readers. */
  note: string | null;
}

/** Days for which a feed tells of a withdrawal, and withdrawals that it looks through at most: readers ask at least daily. */
const TOLD = { days: 30, most: 500 };

/**
 * What was withdrawn of a selection in the last 30 days, the latest first: as far as the reader could have had it when it was, by the
 * licences of now. One statement.
 */
export async function withdrawnFrom(selection: Selection, context: Context): Promise<WithdrawnArticle[]> {
  const { db, now } = context;
  const texts = selection.text === null ? [] : [selection.text];
  const rows = await rowsOf<WithdrawnArticle & { state: StoredFacts }>(
    db,
    sql`select withdrawal.article_id as "articleKey", withdrawal.withdrawn_at as "withdrawnAt", withdrawal.note,
        ${stateFacts('state', texts)} as state
      from withdrawal join lateral (
        select * from article_state before where before.article_id = withdrawal.article_id and before.version < withdrawal.version
        order by before.revision desc limit 1) state on true
      where withdrawal.restored_at is null and withdrawal.withdrawn_at > ${now}::timestamptz - make_interval(days => ${TOLD.days}::int)
      order by withdrawal.withdrawn_at desc, withdrawal.id desc limit ${TOLD.most}`,
  );
  return rows
    .filter(({ state }) => {
      const facts = reviveFacts(state);
      return isSelected(facts, selection) && mayHaveNow(context, facts);
    })
    .map(({ articleKey, withdrawnAt, note }) => ({ articleKey, withdrawnAt, note }));
}
