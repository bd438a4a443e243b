import { INVISIBLE, LETTER, MARK, UNSPACED } from './character-class.js';
import { addToHash, recallWord } from './recall-word.js';
import { classAt, unitsOf } from './utf16.js';

/** One thing that search can find. Each takes one place in the text, so its index is its place. */
export interface Word {
  /** Without case and accents. */
  readonly folded: string;
  /** With accents, made comparable; null when it has none. */
  readonly exact: string | null;
  /**
   * A whole word; or, in a script without spaces, two neighbouring letters (grapheme clusters), of which the first is at this place;
   * or the last letter of such a run, alone.
   */
  readonly kind: 'word' | 'pair' | 'last';
  /** Where it is remembered: a number below SLOTS, which another word may have too. */
  readonly slot: number;
}

const INVISIBLES = /[\p{Default_Ignorable_Code_Point}\u{640}]+/gu;

// Thai and Lao am (ํ) comes before or after the tone mark, as the typist pleases.
const AM_BEFORE_TONE = /([\u0E4D\u0ECD])([\u0E48-\u0E4B\u0EC8-\u0ECB])/g;

/**
 * The words of a text in their order, for indexing and for asking alike. Any string will do. Punctuation, symbols and emoji only separate;
 * zero-width characters do not even do that. Scripts without spaces and Korean give overlapping pairs of letters, so that a word is found
 * inside a run wherever a dictionary would have cut it.
 */
export function splitWords(text: string): Word[] {
  const clean = text.normalize('NFKC').replace(AM_BEFORE_TONE, '$2$1');
  const units = unitsOf(clean);
  const words: Word[] = [];

  for (let at = 0; at < clean.length;) {
    const found = classAt(units, at);
    if (found === LETTER) at = readWord(units, at, words);
    else if (found === UNSPACED) at = readRun(units, at, words);
    // Few texts have any, so that replacing nothing would cost each a tenth of its time.
    else if (found === INVISIBLE) return splitWords(clean.replace(INVISIBLES, ''));
    else at += 1;
  }
  return words;
}

/** Adds the word that begins here; returns where it ends. */
function readWord(units: Uint16Array, start: number, words: Word[]): number {
  let hash = 0;
  let end = start;
  for (let found = LETTER; found === LETTER || found === MARK; found = classAt(units, end)) {
    hash = addToHash(hash, units[end]!);
    end += 1;
  }
  words.push(recallWord(units, start, end, hash, 'word'));
  return end;
}

/** Adds the pairs of the run that begins here, and its last letter; returns where the run ends. */
function readRun(units: Uint16Array, start: number, words: Word[]): number {
  let previous = start; // The letter before the one that is read, and its hash, which the pair goes on with.
  let hash = 0;
  let end = start;

  for (let found = UNSPACED; found === UNSPACED;) {
    const letter = end;
    let pairHash = hash;
    hash = 0;
    do {
      const unit = units[end]!;
      hash = addToHash(hash, unit);
      pairHash = addToHash(pairHash, unit);
      end += 1;
      found = classAt(units, end);
    } while (found === MARK);

    if (letter > start) words.push(recallWord(units, previous, end, pairHash, 'pair'));
    previous = letter;
  }
  words.push(recallWord(units, previous, end, hash, 'last'));
  return end;
}
