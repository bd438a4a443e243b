import { cutText } from './cut-text.js';
import { foldWord, MOST_READ } from './fold-word.js';
import type { Word } from './split-words.js';

const SLOT_BITS = 17;
const LONGEST_REMEMBERED = 24; // UTF-16 units, as below
const LONGEST_PAIR = 32;

/** How many places recallWord knows: more than Word.slot. */
export const SLOTS = 1 << SLOT_BITS;

// Words lately met, by a hash of how they are written; a newcomer takes the place of whoever has it. So it cannot grow, and it can be asked
// without making a string: with a Map of strings an article took half as long again. 8 MB, and 20 MB more when all places are taken.
const words: (Word | undefined)[] = Array.from({ length: SLOTS });
const written = new Uint16Array(SLOTS * LONGEST_REMEMBERED);
const lengths = new Uint8Array(SLOTS);

/** The hash of a word, a unit at a time: begins with 0. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e_37_79_b1);
}

/** The forms of the word of normalised text that stands from start to end and has this hash. */
export function recallWord(units: Uint16Array, start: number, end: number, hash: number, kind: Word['kind']): Word {
  const slot = (hash ^ (hash >>> 15)) >>> (32 - SLOT_BITS);
  const known = words[slot];
  if (known !== undefined && known.kind === kind && isWritten(slot, units, start, end)) return known;

  const piece = units.subarray(start, Math.min(end, start + MOST_READ + 1));
  const word = formsOf(String.fromCharCode(...piece), kind, slot);
  if (end - start <= LONGEST_REMEMBERED) {
    words[slot] = word;
    written.set(piece, slot * LONGEST_REMEMBERED);
    lengths[slot] = piece.length;
  }
  return word;
}

function isWritten(slot: number, units: Uint16Array, start: number, end: number): boolean {
  if (lengths[slot] !== end - start) return false;

  const row = slot * LONGEST_REMEMBERED - start;
  for (let at = start; at < end; at += 1) {
    if (written[row + at] !== units[at]) return false;
  }
  return true;
}

function formsOf(text: string, kind: Word['kind'], slot: number): Word {
  if (kind !== 'word') return { folded: cutText(text, LONGEST_PAIR), exact: null, kind, slot };

  const { folded, exact } = foldWord(text);
  return { folded, exact, kind, slot };
}
