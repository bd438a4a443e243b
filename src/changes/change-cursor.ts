import { createHash } from 'node:crypto';
import type { ArticleFilter } from '../content/article-filter.js';
import type { Reader } from '../partners/reader.js';
import { Refusal } from '../refusal.js';

/**
 * A place in the log, which holds all there is to know of a mirror: the gateway keeps nothing for it.
 * `copy`: in a full copy as of a revision, behind an article (null: at its beginning); articles come from the last key down.
 * `log`: behind a revision. `run`: the same in a run of latest changes, from the revision at which the mirror stands to another.
 * `walk`: in what a change of licences made of all articles, behind one of them; the log goes on behind that change.
 */
export type ChangePlace =
  | { phase: 'copy'; revision: number; articleKey: number | null }
  | { phase: 'walk'; revision: number; articleKey: number | null }
  | { phase: 'log'; revision: number }
  | { phase: 'run'; base: number; head: number; revision: number };

/** The revision behind which something is still to be told of. */
export function standOf(place: ChangePlace): number {
  if (place.phase === 'run') return place.base;
  return place.phase === 'walk' ? place.revision - 1 : place.revision;
}

const SHAPE = /^([cw][0-9]{1,15}a(?:[0-9]{1,15})?|l[0-9]{1,15}|r[0-9]{1,15}b[0-9]{1,15}h[0-9]{1,15}) ([\w-]{22})$/;

/** Writes a place as a cursor that belongs to a filter and a reader. */
export function writeChangeCursor(place: ChangePlace, owner: string): string {
  const text = textOf(place);
  return Buffer.from(`${text} ${owner}`).toString('base64url');
}

function textOf(place: ChangePlace): string {
  if (place.phase === 'log') return `l${place.revision}`;
  if (place.phase === 'run') return `r${place.revision}b${place.base}h${place.head}`;
  return `${place.phase === 'copy' ? 'c' : 'w'}${place.revision}a${place.articleKey ?? ''}`;
}

/** Reads a cursor. Refuses with BAD_USER_INPUT what is none, and what belongs to another filter or reader. */
export function readChangeCursor(cursor: string, owner: string): ChangePlace {
  const [, text = '', its] = SHAPE.exec(Buffer.from(cursor.slice(0, 200), 'base64url').toString()) ?? [];
  const [first = 0, second, third = 0] = Array.from(text.matchAll(/\d+/g), Number);
  const place: ChangePlace = /^[cw]/.test(text)
    ? { phase: text.startsWith('c') ? 'copy' : 'walk', revision: first, articleKey: second ?? null }
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

/** Characters that name filter and reader: 132 bits of SHA-256. */
const NAME = 22;

/** Whose a cursor is: the reader and the filter, whatever order that is written in. A key that may not read has nothing, and passes no change that another one could miss. */
export function cursorOwner(
  filter: ArticleFilter | null | undefined,
  { partner, scopes }: Pick<Reader, 'partner' | 'scopes'>,
): string {
  return hash([partner?.id ?? null, canonical(filter ?? {}), ...(scopes.has('read') ? [] : ['nothing'])]).slice(
    0,
    NAME,
  );
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
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
