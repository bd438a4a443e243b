import sql from 'sql-template-tag';
import { seesEverything } from '../content/entitled-articles.js';
import type { Asking } from '../content/licence-grants.js';
import type { Context } from '../graphql/context.js';
import { manyEach } from '../graphql/loader.js';
import { rowsOf } from '../database/sql.js';
import type { Licence } from '../partners/licence.js';
import type { HistoryVersion } from './history-version.js';
import type { StateFacts } from './may-have.js';
import { mayHaveNow } from './may-have-now.js';
import { reviveFacts, stateFacts, type StoredFacts } from './state-facts.js';

interface StateRow {
  articleKey: number;
  happenedAt: Date;
  state: StoredFacts;
}

/**
 * The versions of each article, the first one first, as far as the reader could have had them while they were the present one, by the
 * licences of now that hold history: never one that was withdrawn, only seen under embargo, or put right for legal reasons. The article itself came through the gate.
 */
export async function versionsOfArticle(ids: readonly number[], context: Context): Promise<HistoryVersion[][]> {
  const rows = await rowsOf<StateRow>(
    context.db,
    sql`select state.article_id as "articleKey", state.happened_at as "happenedAt", ${stateFacts('state', [])} as state
      from article_state state where state.article_id = any(${ids}::bigint[]) and state.version >= coalesce((
        select max(version) from correction where correction.article_id = state.article_id and severity = 'legal'), 0)
      order by state.article_id, state.revision`,
  );
  return manyEach(ids, rows, row => row.articleKey).map(states => shownVersions(states, context));
}

function shownVersions(rows: StateRow[], context: Context): HistoryVersion[] {
  const holding = (isHeld: (licence: Licence) => boolean): Asking => ({
    ...context,
    reader: { ...context.reader, licences: context.reader.licences.filter(isHeld) },
  });
  const all = seesEverything(context.reader);
  const [history, text] = [holding(licence => licence.history), holding(licence => licence.text)];
  const begins = rows.filter(({ state }, place) => state.version !== rows[place - 1]?.state.version);

  const shown: HistoryVersion[] = [];
  for (const [place, { articleKey, happenedAt, state }] of begins.entries()) {
    const { version } = state;
    const states = rows.filter(row => row.state.version === version).map(row => reviveFacts(row.state));
    const isOpen = (asking: Asking) =>
      states.some((facts: StateFacts) => (all ? !facts.withdrawn : mayHaveNow(asking, facts)));
    if (!isOpen(history)) continue;
    shown.push({
      id: version,
      version,
      at: happenedAt,
      replacedAt: begins[place + 1]?.happenedAt ?? null,
      formerVersion: shown.at(-1)?.version ?? null,
      articleKey,
      text: isOpen(text),
    });
  }
  return shown;
}
