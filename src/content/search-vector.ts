import { splitWords } from './split-words.js';

/** The plain text of an article, by how much a find in it weighs: A, B and D of PostgreSQL's setweight. */
export interface SearchedParts {
  headline: string;
  lede: string;
  body: string;
}

// PostgreSQL's own limits: MAXENTRYPOS, MAXNUMPOS, and a tsvector of 1 MiB, of which we take a little less.
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const MOST_BYTES = 1_000_000;

/** Between two parts, so that no phrase begins in one and ends in the next. */
const GAP = 10;

interface Entry {
  text: string;
  count: number;
}

/**
 * What an article is found by: the text of a PostgreSQL tsvector, to be cast with ::tsvector. Any strings will do.
 *
 * Each word stands there without accents, and where it has accents a second time with them, after an equals sign and at the same place:
 * 'hoi':1A '=hôi.':1A. Words after the 16,383rd are found, but not in a phrase; a phrase is not found by the 256th repetition of its word;
 * and words that are new once the vector has 1 MB are not found.
 */
export function searchVector(parts: SearchedParts): string {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let before = 0;

  for (const [text, weight] of [
    [parts.headline, 'A'],
    [parts.lede, 'B'],
    [parts.body, ''],
  ] as const) {
    const words = splitWords(text);
    for (const [index, word] of words.entries()) {
      const position = Math.min(before + index + 1, LAST_POSITION) + weight;
      add(word.folded, position);
      if (word.exact !== null) add(`=${word.exact}`, position);
    }
    if (words.length > 0) before += words.length + GAP;
  }
  return Array.from(entries, ([lexeme, { text }]) => `'${lexeme}':${text}`).join(' ');

  function add(lexeme: string, position: string): void {
    if (bytes > MOST_BYTES) return;

    const entry = entries.get(lexeme);
    if (!entry) {
      entries.set(lexeme, { text: position, count: 1 });
      bytes += Buffer.byteLength(lexeme) + 5; // With its padding, the count of its positions, and the first.
    } else if (entry.count < MOST_POSITIONS) {
      entry.text += `,${position}`;
      entry.count += 1;
      bytes += 2;
    }
  }
}
