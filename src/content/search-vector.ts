import { SLOTS } from './recall-word.js';
import { splitWords, type Word } from './split-words.js';
import { WEIGHT, writeVector, type Placed } from './write-vector.js';

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

// For a word's slot, which of the words of the article may be it. What is left of the article before does no harm.
const placeOfSlot = new Uint32Array(SLOTS);

/**
 * What an article is found by: the text of a PostgreSQL tsvector, to be cast with ::tsvector. Any strings will do.
 *
 * Each word stands there without accents, and where it has accents a second time with them, after an equals sign and at the same position:
 * 'hoi':1A '=hôi.':1A. PostgreSQL itself brings together what several words share ('hoi' of Hội, hội and hỏi).
 *
 * Words after the 16,383rd are found, but not in a phrase; a word's 256th repetition does not count;
 * and of very many different words, the first 1 MB are found: never fewer than 2,500, and in Vietnamese some 20,000.
 */
export function searchVector({ headline, lede, body }: SearchedParts): string {
  const placed: Placed[] = [];
  let bytes = 0;
  let before = 0;

  const place = (words: Word[], weight: number): void => {
    for (const word of words) {
      before += 1;
      const known = placed[placeOfSlot[word.slot]!];
      if (known?.word !== word) {
        bytes += bytesOf(word);
        if (bytes > MOST_BYTES) continue;
        placeOfSlot[word.slot] = placed.length;
        placed.push({ word, places: [Math.min(before, LAST_POSITION) * 4 + weight] });
      } else if (known.places.length < MOST_POSITIONS && before <= LAST_POSITION) {
        known.places.push(before * 4 + weight);
      }
    }
    if (words.length > 0) before += GAP;
  };
  place(splitWords(headline), WEIGHT.A);
  place(splitWords(lede), WEIGHT.B);
  place(splitWords(body), WEIGHT.D);

  return writeVector(placed);
}

/** What a word takes at most: 3 bytes a UTF-16 unit, and the count of positions with its padding. */
function bytesOf({ folded, exact }: Word): number {
  return folded.length * 3 + 3 + (exact === null ? 0 : exact.length * 3 + 4);
}
