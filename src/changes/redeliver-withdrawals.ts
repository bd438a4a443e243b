import sql from 'sql-template-tag';
import type { Selection } from '../content/selection.js';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { type ArticleChange, ArticleChangeKind } from './article-change.js';
import type { ChangePlace } from './change-cursor.js';
import { entitlementAt } from './entitlement.js';
import { judgeChange } from './judge-change.js';
import { readEntitlements } from './read-entitlements.js';
import { readRevisions } from './read-log.js';
import { changeOf } from './read-steps.js';
import { selectLicences } from './select-licences.js';

const DEFAULT_SECONDS = 3_600;

/** Withdrawals delivered again on one page: the latest of them; of more, the others follow once these are acknowledged. */
const MOST = 100;

/**
 * The withdrawals that a mirror has passed, and its partner has not acknowledged in time, as changes to be delivered again:
 * those of articles that were in its copy, in their order. `told`: when it was last told so; null for never.
 */
export async function redeliverWithdrawals(
  place: ChangePlace,
  told: Date | null,
  selection: Selection,
  context: Context,
): Promise<ArticleChange[]> {
  const { db, reader, now, watch } = context;
  const due = new Date(now.getTime() - (watch?.redeliverAfterSeconds ?? DEFAULT_SECONDS) * 1_000);
  if (reader.partner === null || place.phase === 'copy' || (told !== null && told > due)) return [];

  const passed = place.phase === 'run' ? place.base : place.revision;
  const open = await rowsOf<{ revision: number }>(
    db,
    sql`select change.revision
      from withdrawal_acknowledgement acknowledgement
      join withdrawal on withdrawal.id = acknowledgement.withdrawal_id and withdrawal.restored_at is null
      join change on change.article_id = withdrawal.article_id and change.version = withdrawal.version and change.kind = 'withdrawn'
      where acknowledgement.partner_id = ${reader.partner.id} and acknowledgement.acknowledged_at is null
        and withdrawal.withdrawn_at <= ${due} and change.revision <= ${passed}
      order by change.revision desc limit ${MOST}::int`,
  );
  if (open.length === 0) return [];
  const revisions = open.map(({ revision }) => revision);
  const { history } = await readEntitlements(db, reader, Math.min(...revisions), now);
  const { selectionOf, texts } = await selectLicences(history, context);
  const rows = await readRevisions(db, revisions, selection.text === null ? texts : [...texts, selection.text]);
  return rows.flatMap(row => {
    const held = entitlementAt(history, row.revision);
    const judged = { ...row, had: held, has: held };
    const verdict = judgeChange(judged, selection, selectionOf);
    if (verdict?.kind !== ArticleChangeKind.WITHDRAWN) return [];
    return changeOf(row, judged, verdict, true) ?? [];
  });
}
