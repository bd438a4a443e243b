import { splitWords, type Word } from './split-words.js';

const MOST_CHARACTERS = 500;
const MOST_WORDS = 32;

const QUOTES = '"“”„‟«»「」『』＂';

// A minus that begins a term; then a phrase up to the next quote or the end, or a word up to a space or a quote.
const TERM = new RegExp(
  `((?<![^\\s${QUOTES}])[-\u2212－])?(?:[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)|([^\\s${QUOTES}]+))`,
  'gu',
);

/**
 * What to ask of searchVector: the text of a PostgreSQL tsquery, to be cast with ::tsquery, or null when there is nothing to search for.
 * Any string will do; there are no errors in it, and no operators but these.
 *
 * All words must be there; "quoted words" one after the other (a quote left open goes to the end); a word or phrase after a minus must not.
 * Accents typed are accents meant, accents left out match any. What punctuation joins (COVID-19, l'ASEAN) and runs of scripts without spaces
 * are phrases. The first 500 characters and 32 words count. Null too when all there is is excluded.
 */
export function searchQuery(text: string): string | null {
  const wanted = new Set<string>();
  const unwanted = new Set<string>();
  let left = MOST_WORDS;

  for (const [, minus, quoted, bare] of text.slice(0, MOST_CHARACTERS).matchAll(TERM)) {
    const words = splitWords(quoted ?? bare ?? '').slice(0, left);
    left -= words.length;
    if (words.length > 0) (minus ? unwanted : wanted).add(phrase(words));
  }
  if (wanted.size === 0) return null;

  return [...wanted, ...Array.from(unwanted, term => `!${term}`)].join(' & ');
}

/** Words one after the other. The last letter of a run is already in the pair before it, unless it is alone: then it begins a pair. */
function phrase(words: Word[]): string {
  const terms: string[] = [];
  let previous = 0;

  for (const [place, word] of words.entries()) {
    if (word.kind === 'last' && words[place - 1]?.kind === 'pair') continue;

    if (terms.length > 0) terms.push(`<${place - previous}>`);
    terms.push(lexeme(word));
    previous = place;
  }
  return terms.length === 1 ? terms.join('') : `(${terms.join(' ')})`;
}

function lexeme(word: Word): string {
  if (word.exact !== null) return `'=${word.exact}'`;
  return word.kind === 'last' ? `'${word.folded}':*` : `'${word.folded}'`;
}
