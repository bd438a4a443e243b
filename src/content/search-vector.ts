import { splitWords, type Word } from './split-words.js';

/** The plain text of an article, by how much a find in it weighs: A, B and D of PostgreSQL's setweight. */
export interface SearchedParts {
  headline: string;
  lede: string;
  body: string;
}

// PostgreSQL's own limits (MAXENTRYPOS, MAXNUMPOS, MAXSTRPOS); the last, 1 MiB, less 4 bytes for each position that there may be.
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const MOST_BYTES = 980_000;

/** Between two parts, so that no phrase begins in one and ends in the next. */
const GAP = 10;

const WEIGHTS = ['A', 'B', ''];

interface Entry {
  word: Word;
  positions: string;
  count: number;
}

/**
 * What an article is found by: the text of a PostgreSQL tsvector, to be cast with ::tsvector. Any strings will do.
 *
 * Each word stands there without accents, and where it has accents a second time with them, after an equals sign and at the same position:
 * 'hoi':1A '=hôi.':1A. PostgreSQL itself brings together what several words share ('hoi' of hội and hỏi).
 *
 * Words after the 16,383rd are found, but not in a phrase; a word's 256th repetition does not count;
 * and of very many different words, the first 1 MB are found: never fewer than 2,500, and in Vietnamese some 20,000.
 */
export function searchVector({ headline, lede, body }: SearchedParts): string {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let before = 0;

  for (const [part, text] of [headline, lede, body].entries()) {
    const words = splitWords(text);
    const weight = WEIGHTS[part];
    for (const word of words) {
      before += 1;
      const position = `${Math.min(before, LAST_POSITION)}${weight}`;
      const form = word.exact ?? word.folded;
      const entry = entries.get(form);
      if (!entry) {
        bytes += bytesOf(word);
        if (bytes < MOST_BYTES) entries.set(form, { word, positions: position, count: 1 });
      } else if (entry.count < MOST_POSITIONS && before <= LAST_POSITION) {
        entry.count += 1;
        entry.positions += `,${position}`;
      }
    }
    if (words.length > 0) before += GAP;
  }
  return write(entries);
}

/** What a word takes at most: 3 bytes a UTF-16 unit, and the count of positions with its padding. */
function bytesOf({ folded, exact }: Word): number {
  return folded.length * 3 + 3 + (exact === null ? 0 : exact.length * 3 + 4);
}

function write(entries: Map<string, Entry>): string {
  let vector = '';
  for (const { word, positions } of entries.values()) {
    vector += `'${word.folded}':${positions} `;
    if (word.exact !== null) vector += `'=${word.exact}':${positions} `;
  }
  return vector.slice(0, -1);
}
