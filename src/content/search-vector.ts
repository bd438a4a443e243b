import { packVector, WEIGHT, type Places } from './pack-vector.js';
import { SLOTS } from './recall-word.js';
import { splitWords, type Word } from './split-words.js';

/** The words of an article, by how much a find in them weighs: A, B and D of PostgreSQL's setweight. */
export interface SearchedWords {
  headline: Word[];
  lede: Word[];
  body: Word[];
}

/** The words of an article's plain text. Any strings will do. */
export function searchedWords(article: { headline: string; lede: string | null; text: string }): SearchedWords {
  return {
    headline: splitWords(article.headline),
    lede: splitWords(article.lede ?? ''),
    body: splitWords(article.text),
  };
}

// PostgreSQL's own limits (MAXENTRYPOS, MAXNUMPOS, MAXSTRPOS); the last, 1 MiB, less 4 bytes for each position that there may be.
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 255;
const MOST_BYTES = 980_000;

/** Between two parts, so that no phrase begins in one and ends in the next. */
const GAP = 10;

interface Seen {
  word: Word;
  folded: number[];
  exact: number[] | null;
}

// For a word's slot, which of the words of the article may be it. What is left of the article before does no harm.
const placeOfSlot = new Uint32Array(SLOTS);

/**
 * What an article is found by: a PostgreSQL tsvector in its binary form, a parameter of that type.
 *
 * Each word stands there without accents, and where it has accents a second time with them, after an equals sign and at the same position:
 * 'hoi':1A '=hôi.':1A.
 *
 * Words after the 16,383rd are found, but not in a phrase; a word's 256th repetition does not count;
 * and of very many different words, the first 1 MB are found: never fewer than 2,500, and in Vietnamese some 20,000.
 */
export function searchVector({ headline, lede, body }: SearchedWords): Buffer {
  const folded: Places = new Map();
  const exact: Places = new Map();
  const seen: Seen[] = [];
  let bytes = 0;
  let position = 0;

  const meet = (word: Word): Seen | null => {
    bytes += bytesOf(word);
    if (bytes > MOST_BYTES) return null;

    const met = {
      word,
      folded: placesOf(word.folded, folded),
      exact: word.exact === null ? null : placesOf(word.exact, exact),
    };
    placeOfSlot[word.slot] = seen.length;
    seen.push(met);
    return met;
  };
  const place = (words: Word[], weight: number): void => {
    for (const word of words) {
      if (position < LAST_POSITION) position += 1;
      const known = seen[placeOfSlot[word.slot]!];
      const met = known?.word === word ? known : meet(word);
      if (!met) continue;
      add(met.folded, position * 4 + weight);
      if (met.exact) add(met.exact, position * 4 + weight);
    }
    if (words.length > 0) position = Math.min(position + GAP, LAST_POSITION);
  };
  place(headline, WEIGHT.A);
  place(lede, WEIGHT.B);
  place(body, WEIGHT.D);

  return packVector(folded, exact);
}

/** Words may share a lexeme: hoi is that of Hội, hội and hỏi. */
function placesOf(lexeme: string, all: Places): number[] {
  const known = all.get(lexeme);
  if (known) return known;

  const places: number[] = [];
  all.set(lexeme, places);
  return places;
}

/** The last position is everyone's, but nobody's twice: as weights of one position would be. */
function add(places: number[], place: number): void {
  const last = places.at(-1);
  if (places.length < MOST_POSITIONS && (last === undefined || last >> 2 !== place >> 2)) places.push(place);
}

/** What a word takes at most: 3 bytes a UTF-16 unit, and the count of positions with its padding. */
function bytesOf({ folded, exact }: Word): number {
  return folded.length * 3 + 3 + (exact === null ? 0 : exact.length * 3 + 4);
}
