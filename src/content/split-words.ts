import { characterClass, LETTER, MARK, UNSPACED } from './character-class.js';
import { cutText } from './cut-text.js';
import { foldWord } from './fold-word.js';

/** One thing that search can find. Each takes one place in the text, so its index is its place. */
export interface Word {
  /** Without case and accents. */
  readonly folded: string;
  /** With accents, made comparable; null when it has none. */
  readonly exact: string | null;
  /**
   * A whole word; or, in a script without spaces, two neighbouring letters (grapheme clusters), the first of which has its place here;
   * or the last letter of such a run, alone.
   */
  readonly kind: 'word' | 'pair' | 'last';
}

// Zero width, direction, variation, soft hyphen, fillers; and the stroke that stretches Arabic words.
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u{640}]+/gu;

// Thai and Lao am (ํ) comes before or after the tone mark, as the typist pleases.
const AM_BEFORE_TONE = /([\u0E4D\u0ECD])([\u0E48-\u0E4B\u0EC8-\u0ECB])/g;

const LONGEST_RAW = 256; // characters of a word that are read at all; only a hostile one has more
const LONGEST_PAIR = 32;
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, Word>();

/**
 * The words of a text in their order, for indexing and for asking alike. Any string will do. Punctuation, symbols and emoji only separate;
 * zero-width characters do not even do that. Scripts without spaces and Korean give overlapping pairs of letters, so that a word is found
 * inside a run wherever a dictionary would have cut it.
 */
export function splitWords(text: string): Word[] {
  const clean = text.replace(INVISIBLE, '').normalize('NFKC').replace(AM_BEFORE_TONE, '$2$1');
  const words: Word[] = [];

  for (let at = 0; at < clean.length;) {
    const found = classAt(clean, at);
    if (found === LETTER) {
      const start = at;
      do at += widthAt(clean, at);
      while (at < clean.length && isOfWord(classAt(clean, at)));
      words.push(wordOf(cutText(clean.slice(start, at), LONGEST_RAW)));
    } else if (found === UNSPACED) {
      at = splitRun(clean, at, words);
    } else {
      at += 1;
    }
  }
  return words;
}

/** Adds the pairs of one run and its last letter; returns where the run ends. */
function splitRun(text: string, start: number, words: Word[]): number {
  let previous = start;
  let current = clusterEnd(text, start);

  while (current < text.length && classAt(text, current) === UNSPACED) {
    const end = clusterEnd(text, current);
    words.push({ folded: cutText(text.slice(previous, end), LONGEST_PAIR), exact: null, kind: 'pair' });
    previous = current;
    current = end;
  }
  words.push({ folded: cutText(text.slice(previous, current), LONGEST_PAIR), exact: null, kind: 'last' });
  return current;
}

function clusterEnd(text: string, start: number): number {
  let end = start + widthAt(text, start);
  while (end < text.length && classAt(text, end) === MARK) end += widthAt(text, end);
  return end;
}

function wordOf(raw: string): Word {
  const known = remembered.get(raw);
  if (known) return known;

  const word: Word = { ...foldWord(raw), kind: 'word' };
  if (raw.length <= 32) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(raw, word);
  }
  return word;
}

function isOfWord(found: number): boolean {
  return found === LETTER || found === MARK;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return characterClass(code < 0xd8_00 || code > 0xdb_ff ? code : (text.codePointAt(at) ?? 0));
}

function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0xd8_00 || code > 0xdb_ff ? 1 : (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}
