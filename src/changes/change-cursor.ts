import { createHash } from 'node:crypto';
import type { ArticleFilter } from '../content/article-filter.js';
import type { Reader } from '../partners/reader.js';
import { Refusal } from '../refusal.js';

/**
 * A place in the log, which holds all there is to know of a mirror: the gateway keeps nothing for it.
 * `copy`: in a full copy as of a revision, behind an article (null: at its beginning); articles come from the last key down.
 * `log`: behind a revision. `run`: the same in a run of latest changes, from the revision at which the mirror stands to another.
 */
export type ChangePlace =
  | { phase: 'copy'; revision: number; articleKey: number | null }
  | { phase: 'log'; revision: number }
  | { phase: 'run'; base: number; head: number; revision: number };

const SHAPE = /^(c[0-9]{1,15}a(?:[0-9]{1,15})?|l[0-9]{1,15}|r[0-9]{1,15}b[0-9]{1,15}h[0-9]{1,15}) ([\w-]{22})$/;

/** Writes a place as a cursor that belongs to a filter and a reader. */
export function writeChangeCursor(place: ChangePlace, owner: string): string {
  const text =
    place.phase === 'copy'
      ? `c${place.revision}a${place.articleKey ?? ''}`
      : place.phase === 'log'
        ? `l${place.revision}`
        : `r${place.revision}b${place.base}h${place.head}`;
  return Buffer.from(`${text} ${owner}`).toString('base64url');
}

/** Reads a cursor. Refuses with BAD_USER_INPUT what is none, and what belongs to another filter or reader. */
export function readChangeCursor(cursor: string, owner: string): ChangePlace {
  const [, text = '', its] = SHAPE.exec(Buffer.from(cursor.slice(0, 200), 'base64url').toString()) ?? [];
  const [first = 0, second, third = 0] = Array.from(text.matchAll(/\d+/g), Number);
  const place: ChangePlace = text.startsWith('c')
    ? { phase: 'copy', revision: first, articleKey: second ?? null }
    : text.startsWith('l')
      ? { phase: 'log', revision: first }
      : { phase: 'run', revision: first, base: second ?? 0, head: third };

  if (its === undefined || writeChangeCursor(place, its) !== cursor) {
    throw refuse(
      'after is not a cursor of changes: give pageInfo.endCursor of the page before, or null for a full copy.',
    );
  }
  if (its !== owner) {
    throw refuse(
      'after belongs to another filter or another partner: ask with the filter and the key that it was given for, or give null for a full copy.',
    );
  }
  return place;
}

/** Whose a cursor is: 132 bits of SHA-256 of the reader and the filter, whatever order that is written in. */
export function cursorOwner(filter: ArticleFilter | null | undefined, reader: Reader): string {
  const owner = JSON.stringify([nameOf(reader), canonical(filter ?? {})]);
  return createHash('sha256').update(owner).digest('base64url').slice(0, 22);
}

function nameOf(reader: Reader): string {
  return reader.kind;
}

/** Members sorted, with what says nothing left out; every list in a filter is a set. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(item => JSON.stringify(canonical(item))))].toSorted();
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .filter(([, member]) => member != null && member !== false)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([name, member]) => [name, canonical(member)]);
}

function refuse(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { argument: 'after' });
}
