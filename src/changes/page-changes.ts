import type { EntityManager } from 'typeorm';
import type { Selection } from '../content/selection.js';
import type { Asking } from '../content/licence-grants.js';
import { type ArticleChange, ArticleChangeKind } from './article-change.js';
import type { ChangePlace } from './change-cursor.js';
import { judgeChange } from './judge-change.js';
import { isInCopy } from './may-have.js';
import { type CopyRow, type LogRow, readCopy, readLog, readRun } from './read-log.js';

/** What a page of changes is read with. */
export interface ChangeReading {
  db: EntityManager;
  asking: Asking;
  selection: Selection;
  first: number;
  latestOnly: boolean;
}

/** Changes with their places, and where to go on. */
export interface ChangePage {
  found: { change: ArticleChange; place: ChangePlace }[];
  place: ChangePlace;
  /** Whether to ask again at once. */
  more: boolean;
  /** The latest moment among the changes looked at; null for none. */
  latest: Date | null;
}

/** Rows that one statement looks at, and statements a page: most filters leave little of the log. */
const SCAN = 2_000;
const MOST_STATEMENTS = 5;

/** Reads on from a place until the page is full, the log ends, or ten thousand rows have been looked at. */
export async function pageOfChanges(reading: ChangeReading, from: ChangePlace): Promise<ChangePage> {
  const page: ChangePage = { found: [], place: from, more: true, latest: null };

  for (let statement = 0; statement < MOST_STATEMENTS && page.more; statement += 1) {
    if (page.place.phase === 'log' && reading.latestOnly) page.place = await beginRun(reading.db, page.place.revision);
    const steps = await readSteps(reading, page.place);
    const taken = take(page, steps, reading.first);
    if (taken < steps.length) return page;
    if (steps.length === SCAN) {
      if (page.found.length === reading.first) return page;
      continue;
    }
    page.more = isFollowed(page.place);
    page.place = { phase: 'log', revision: endOf(page.place) };
    if (page.found.length === reading.first) return page;
  }
  return page;
}

interface Step {
  place: ChangePlace;
  happenedAt: Date;
  change: ArticleChange | null;
}

/** Takes steps until the page is full; gives how many. */
function take(page: ChangePage, steps: Step[], first: number): number {
  for (const [count, { place, happenedAt, change }] of steps.entries()) {
    if (page.found.length === first) return count;
    page.place = place;
    if (page.latest === null || happenedAt > page.latest) page.latest = happenedAt;
    if (change) page.found.push({ change, place });
  }
  return steps.length;
}

async function readSteps({ db, asking, selection }: ChangeReading, place: ChangePlace): Promise<Step[]> {
  if (place.phase === 'copy') {
    const rows = await readCopy(db, place, selection.text, SCAN);
    return rows.map(row => ({
      place: { ...place, articleKey: row.articleKey },
      happenedAt: row.happenedAt,
      change: isInCopy(asking, selection, row.state) ? enteredBy(row) : null,
    }));
  }
  const rows =
    place.phase === 'log'
      ? await readLog(db, place.revision, selection.text, SCAN)
      : await readRun(db, place, selection.text, SCAN);
  return rows.map(row => ({
    place: { ...place, revision: row.revision },
    happenedAt: row.happenedAt,
    change: changeOf(row, judgeChange(row, selection, asking)),
  }));
}

function enteredBy({ articleKey, happenedAt, state: { revision, version } }: CopyRow): ArticleChange {
  const kind = ArticleChangeKind.ENTERED;
  return { kind, revision, at: happenedAt, version, redelivery: false, articleKey, formerVersion: null };
}

/** What a row of the log tells a reader of whom it asks this; null for nothing. */
export function changeOf(
  { revision, happenedAt, articleKey, before, after }: LogRow,
  kind: ArticleChangeKind | null,
  redelivery = false,
): ArticleChange | null {
  if (kind === null || articleKey === null || after === null) return null;
  const formerVersion = kind === ArticleChangeKind.ENTERED ? null : (before?.version ?? null);
  return { kind, revision, at: happenedAt, version: after.version, redelivery, articleKey, formerVersion };
}

/** What is there now is a run: it ends where the log ends, so that every article comes once, with what a mirror at `base` has to do. */
async function beginRun(db: EntityManager, base: number): Promise<ChangePlace> {
  return { phase: 'run', base, head: Math.max(base, await headOfLog(db)), revision: base };
}

/** Whether more may lie behind the end of a copy or a run: a run of nothing is the end of the log. */
function isFollowed(place: ChangePlace): boolean {
  return place.phase === 'copy' || (place.phase === 'run' && place.head > place.base);
}

function endOf(place: ChangePlace): number {
  return place.phase === 'run' ? place.head : place.revision;
}

/** The last revision that has been committed. */
export async function headOfLog(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ number: number }[]>('select number from revision');
  return row?.number ?? 0;
}
