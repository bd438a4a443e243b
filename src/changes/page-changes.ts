import type { EntityManager } from 'typeorm';
import type { ArticleChange } from './article-change.js';
import type { ChangePlace } from './change-cursor.js';
import { type ChangeReading, endOfTerms, readSteps, type Step } from './read-steps.js';

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
    page.place = begin(reading, page.place);
    const steps = await readSteps(reading, page.place, SCAN);
    const taken = take(page, steps, reading.first);
    if (taken < steps.length) return page;
    if (steps.length < SCAN) Object.assign(page, behind(reading, page.place));
    if (page.found.length === reading.first) return page;
  }
  return page;
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

/**
 * How to go on in the log: where licences change next, with a walk through all articles; else, for the latest alone, with a run to the end
 * of the log, or to where licences change: every article comes once in it, with what a mirror at `base` has to do.
 */
function begin(reading: ChangeReading, place: ChangePlace): ChangePlace {
  if (place.phase !== 'log') return place;
  const [base, end] = [place.revision, endOfTerms(reading, place.revision)];
  if (end === base && end < reading.history.head) return { phase: 'walk', revision: base + 1, articleKey: null };
  return reading.latestOnly ? { phase: 'run', base, head: Math.max(base, end), revision: base } : place;
}

/** Where to go on behind the last row, and whether something may lie there already: a run of nothing is the end of the log. */
function behind(reading: ChangeReading, place: ChangePlace): Pick<ChangePage, 'place' | 'more'> {
  const { head } = reading.history;
  if (place.phase === 'run') {
    return { place: { phase: 'log', revision: place.head }, more: place.head > place.base || place.head < head };
  }
  if (place.phase !== 'log') return { place: { phase: 'log', revision: place.revision }, more: true };
  const end = endOfTerms(reading, place.revision);
  return { place: { phase: 'log', revision: end }, more: end < head };
}

/** The last revision that has been committed. */
export async function headOfLog(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ number: number }[]>('select number from revision');
  return row?.number ?? 0;
}
