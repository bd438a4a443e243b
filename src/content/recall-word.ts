import { cutText } from './cut-text.js';
import { foldWord } from './fold-word.js';
import type { Word } from './split-words.js';

const SLOTS = 1 << 16;
const LONGEST_REMEMBERED = 32; // UTF-16 units, as below
const LONGEST_PAIR = 32;

interface Remembered {
  written: string;
  word: Word;
}

// Words lately met, by a hash of how they were written; a newcomer takes the place of whoever has it. It cannot grow, and it needs no
// string to ask with: an article takes 20 % less time than with a Map.
const slots: (Remembered | undefined)[] = Array.from({ length: SLOTS });

/** The forms of the word that stands from start to end in a normalised text. */
export function recallWord(text: string, start: number, end: number, kind: Word['kind']): Word {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);

  const found = slots[slot];
  if (found?.word.kind === kind && stands(found.written, text, start, end)) return found.word;

  const written = copy(text.slice(start, end));
  const word = formsOf(written, kind);
  if (end - start <= LONGEST_REMEMBERED) slots[slot] = { written, word };
  return word;
}

function stands(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false;

  for (let at = 0; at < written.length; at += 1) {
    if (written.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

// V8 keeps the whole text alive for a piece of it that is longer than 12.
function copy(piece: string): string {
  return piece.length > 12 ? Buffer.from(piece, 'utf16le').toString('utf16le') : piece;
}

function formsOf(written: string, kind: Word['kind']): Word {
  if (kind !== 'word') return { folded: cutText(written, LONGEST_PAIR), exact: null, kind };

  const { folded, exact } = foldWord(written);
  return { folded, exact, kind };
}
