import type { EntityManager } from 'typeorm';
import type { Selection } from '../content/selection.js';
import { type ArticleChange, ArticleChangeKind } from './article-change.js';
import { ChangeKind } from './change.js';
import type { ChangePlace } from './change-cursor.js';
import { entitlementAt, entitlementChangeFrom, type EntitlementHistory } from './entitlement.js';
import { type Judged, judgeChange, type Verdict } from './judge-change.js';
import { type LogRow, readCopy, readLog, readRun } from './read-log.js';
import type { SelectedLicences } from './select-licences.js';

/** What a page of changes is read with. */
export interface ChangeReading extends SelectedLicences {
  db: EntityManager;
  selection: Selection;
  history: EntitlementHistory;
  first: number;
  latestOnly: boolean;
}

/** A row that was looked at: where it stands, and what it asks of the reader, if anything. */
export interface Step {
  place: ChangePlace;
  happenedAt: Date;
  change: ArticleChange | null;
}

/** The last revision before what the reader may have changes: up to there, the log is judged by the same licences. */
export function endOfTerms({ history }: ChangeReading, after: number): number {
  const next = entitlementChangeFrom(history, after + 1);
  return next ? next.revision - 1 : history.head;
}

/** Reads the rows behind a place, at most `most`. */
export async function readSteps(reading: ChangeReading, place: ChangePlace, most: number): Promise<Step[]> {
  const { db, history } = reading;
  const texts = [...reading.texts, ...(reading.selection.text === null ? [] : [reading.selection.text])];

  if (place.phase === 'copy') {
    const has = entitlementAt(history, place.revision);
    const rows = await readCopy(db, place, texts, most);
    return rows.map(({ articleKey, happenedAt, state }) => {
      const judged = { kind: ChangeKind.PUBLISHED, before: null, after: state, had: has, has };
      const { revision } = state;
      return stepOf(reading, { ...place, articleKey }, { revision, happenedAt, articleKey }, judged);
    });
  }
  if (place.phase === 'walk') {
    const { revision } = place;
    const change = entitlementChangeFrom(history, revision);
    if (change?.revision !== revision) return [];
    const { before: had, after: has, happenedAt } = change;
    const rows = await readCopy(db, place, texts, most);
    return rows.map(({ articleKey, state }) => {
      const judged = { kind: ChangeKind.LICENCE, before: state, after: state, had, has };
      return stepOf(reading, { ...place, articleKey }, { revision, happenedAt, articleKey }, judged);
    });
  }
  const [from, to] = place.phase === 'run' ? [place.base, place.head] : [place.revision, place.revision];
  const [had, has] = [entitlementAt(history, from), entitlementAt(history, to)];
  const rows =
    place.phase === 'run'
      ? await readRun(db, place, texts, most)
      : await readLog(db, { after: place.revision, last: endOfTerms(reading, place.revision) }, texts, most);
  return rows.map(row => stepOf(reading, { ...place, revision: row.revision }, row, { ...row, had, has }));
}

function stepOf(
  { selection, selectionOf }: ChangeReading,
  place: ChangePlace,
  row: Pick<LogRow, 'revision' | 'happenedAt' | 'articleKey'>,
  judged: Judged,
): Step {
  const verdict = judgeChange(judged, selection, selectionOf);
  return { place, happenedAt: row.happenedAt, change: changeOf(row, judged, verdict) };
}

/** What a row asks of a reader, by what was judged; null for nothing. */
export function changeOf(
  { revision, happenedAt, articleKey }: Pick<LogRow, 'revision' | 'happenedAt' | 'articleKey'>,
  { before, after }: Judged,
  verdict: Verdict | null,
  redelivery = false,
): ArticleChange | null {
  if (verdict === null || articleKey === null || after === null) return null;
  const { kind, fields: sharedFields } = verdict;
  const formerVersion = kind === ArticleChangeKind.ENTERED ? null : (before?.version ?? null);
  return {
    kind,
    revision,
    at: happenedAt,
    version: after.version,
    redelivery,
    articleKey,
    formerVersion,
    sharedFields,
  };
}
