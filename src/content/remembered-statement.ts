import { LRUCache } from 'lru-cache';
import { isDeepStrictEqual } from 'node:util';
import type { Sql } from 'sql-template-tag';
import { viewOfReader } from './view-of-reader.js';
import type { Part } from '../database/sql.js';
import type { Asking } from './entitled-articles.js';
import type { Reference } from './reference.js';

/** Kept for each list: the statements of so many views of readers, and so many texts of them all, which many lists have alike. */
const MOST_VIEWS = 8;
const texts = new LRUCache<string, string>({ max: 1_000 });

/** A statement, and where among its values the time of asking stands. */
interface Kept extends Part {
  nowAt: readonly number[];
  /** What it was made from. */
  reference: Reference;
  from: Date;
  until: Date | null;
}

/**
 * The statement of a list that is asked for again by whoever may see the same: to put one together takes half as long as to write its page.
 * What a reader may see is in it by the name of their view (docs/decisions/0017-answers.md), and the time by its place among the values. A
 * statement in which the time does anything else, such as a licence with a delay, is put together each time.
 */
export class RememberedStatement {
  #byView: LRUCache<string, Kept | 'asked' | 'fleeting'> | null = null;

  /** @param make Puts it together for a time of asking. */
  find(asking: Asking, make: (now: Date) => Sql): Part {
    const view = viewOfReader(asking.reader, asking.now);
    if (!view) return make(asking.now);
    this.#byView ??= new LRUCache({ max: MOST_VIEWS });
    const found = this.#byView.get(view.name);
    if (found === 'fleeting') return make(asking.now);
    if (typeof found === 'object' && holds(found, asking)) return atTime(found, asking.now);

    const statement = make(asking.now);
    // What is asked once is not worth keeping.
    this.#byView.set(view.name, found === undefined ? 'asked' : keep(statement, asking, view.until, make));
    return statement;
  }
}

function holds({ reference, from, until }: Kept, asking: Asking): boolean {
  return reference === asking.reference && asking.now >= from && (until === null || asking.now < until);
}

function atTime({ text, strings, values, nowAt }: Kept, now: Date): Part {
  const current = [...values];
  for (const place of nowAt) current[place] = now;
  return { text, strings, values: current };
}

/** Finds the places of the time by putting the statement together for another. */
function keep(
  statement: Sql,
  { reference, now }: Asking,
  until: Date | null,
  make: (now: Date) => Sql,
): Kept | 'fleeting' {
  const later = new Date(now.getTime() + 1);
  const other = make(later);
  if (other.text !== statement.text || other.values.length !== statement.values.length) return 'fleeting';
  const nowAt: number[] = [];
  for (const [place, value] of statement.values.entries()) {
    if (value === now && other.values[place] === later) nowAt.push(place);
    else if (!isDeepStrictEqual(value, other.values[place])) return 'fleeting';
  }
  const { strings, values } = statement;
  const text = texts.get(statement.text) ?? statement.text;
  texts.set(text, text);
  return { text, strings, values, nowAt, reference, from: now, until };
}
