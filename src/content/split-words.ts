import { INVISIBLE, LETTER, MARK, UNSPACED } from './character-class.js';
import { recallWord } from './recall-word.js';
import { classAt, widthAt } from './utf16.js';

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
  const words: Word[] = [];

  for (let at = 0; at < clean.length;) {
    const found = classAt(clean, at);
    if (found === LETTER) {
      const end = endOfWord(clean, at);
      words.push(recallWord(clean, at, end, 'word'));
      at = end;
    } else if (found === UNSPACED) {
      at = splitRun(clean, at, words);
    } else {
      at += 1;
    }
    // Looked for only here: few texts have any, and replacing nothing would cost each a tenth of its time.
    if (found === INVISIBLE) return splitWords(clean.replace(INVISIBLES, ''));
  }
  return words;
}

/** Adds the pairs of one run and its last letter; returns where the run ends. */
function splitRun(text: string, start: number, words: Word[]): number {
  let previous = start;
  let current = endOfLetter(text, start);

  while (classAt(text, current) === UNSPACED) {
    const end = endOfLetter(text, current);
    words.push(recallWord(text, previous, end, 'pair'));
    previous = current;
    current = end;
  }
  words.push(recallWord(text, previous, current, 'last'));
  return current;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  for (let found = LETTER; found === LETTER || found === MARK; found = classAt(text, end)) end += widthAt(text, end);
  return end;
}

function endOfLetter(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (classAt(text, end) === MARK) end += widthAt(text, end);
  return end;
}
