import sql from 'sql-template-tag';
import type { Selection } from '../content/selection.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { hadWhenWithdrawn, type WithdrawnState } from './had-when-withdrawn.js';
import { isSelected } from './may-have.js';
import { reviveFacts, stateFacts } from './state-facts.js';

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
 * What was withdrawn of a selection in the last 30 days, the latest first: as far as the reader could have had it when it was, and still
 * could. One statement, and one for the licences of then where there is something to tell.
 */
export async function withdrawnFrom(selection: Selection, context: Context): Promise<WithdrawnArticle[]> {
  const { db, now } = context;
  const texts = selection.text === null ? [] : [selection.text];
  const rows = await rowsOf<WithdrawnArticle & WithdrawnState>(
    db,
    sql`select withdrawal.article_id as "articleKey", withdrawal.withdrawn_at as "withdrawnAt", withdrawal.note,
        change.revision, ${stateFacts('state', texts)} as state
      from withdrawal
      join change on change.article_id = withdrawal.article_id and change.version = withdrawal.version and change.kind = 'withdrawn'
      join lateral (
        select * from article_state before where before.article_id = withdrawal.article_id and before.version < withdrawal.version
        order by before.revision desc limit 1) state on true
      where withdrawal.restored_at is null and withdrawal.withdrawn_at > ${now}::timestamptz - make_interval(days => ${TOLD.days}::int)
      order by withdrawal.withdrawn_at desc, withdrawal.id desc limit ${TOLD.most}`,
  );
  const selected = rows.filter(({ state }) => isSelected(reviveFacts(state), selection));
  const told = await hadWhenWithdrawn(selected, context);
  return told.map(({ articleKey, withdrawnAt, note }) => ({ articleKey, withdrawnAt, note }));
}
