import type { Meaning } from './thesaurus.js';
import { splitWords, type Word } from './split-words.js';

/** Words that mean something where they stand in a text one after the other. */
export interface Phrase {
  /** As splitWords folds them: a text is looked through by the words that it is searched by. */
  words: string[];
  meaning: Meaning;
  /** An event's first and last year: followed by another year, the same words mean another event. */
  years: [number, number] | null;
}

/** Phrases by their first word, and then by their second (empty for the only one): most words of a text begin none. */
export type PhraseIndex = Map<string, Map<string, Phrase[]>>;

/** Adds a name, folded by foldName, to what is looked for. One letter of a script without spaces is never looked for. */
export function addPhrase(index: PhraseIndex, folded: string, meant: Omit<Phrase, 'words'>): void {
  for (const spelling of spellingsOf(folded)) {
    const words = soughtWords(spelling);
    const [first, second = ''] = words;
    if (first === undefined) continue;

    const begun = index.get(first) ?? new Map<string, Phrase[]>();
    index.set(first, begun.set(second, [...(begun.get(second) ?? []), { ...meant, words }]));
  }
}

/** What the words of a text mean, as far as `most` of them. A third of them begin some phrase, so that this is written to be fast. */
export function meaningsIn(words: readonly Word[], most: number, index: PhraseIndex): Set<Meaning> {
  const found = new Set<Meaning>();
  const end = Math.min(words.length, most);
  for (let place = 0; place < end; place += 1) {
    const begun = index.get(words[place]!.folded);
    if (begun === undefined) continue;

    for (const phrase of begun.get('') ?? NONE) if (fitsYears(phrase, place + 1, words)) found.add(phrase.meaning);
    const second = words[place + 1];
    if (second === undefined) continue;
    for (const phrase of begun.get(second.folded) ?? NONE)
      if (standsAt(place, phrase, words)) found.add(phrase.meaning);
  }
  return found;
}

const NONE: Phrase[] = [];

/** The country writes its own name as one word and as two; foldName makes one of them. */
function spellingsOf(folded: string): string[] {
  const parted = folded.replaceAll(/\bvietnam\b/g, 'viet nam');
  return parted === folded ? [folded] : [folded, parted];
}

/** In a script without spaces the pair before has the last letter already, and in a text more may follow it. */
function soughtWords(spelling: string): string[] {
  const words = splitWords(spelling);
  const [before, last] = words.slice(-2);
  if (last?.kind === 'last' && before?.kind === 'pair') words.pop();
  return words.length === 1 && words[0]?.kind === 'last' ? [] : words.map(({ folded }) => folded);
}

/** Whether a phrase stands at a place where its first two words do. */
function standsAt(place: number, phrase: Phrase, words: readonly Word[]): boolean {
  const sought = phrase.words;
  for (let offset = 2; offset < sought.length; offset += 1) {
    if (words[place + offset]?.folded !== sought[offset]) return false;
  }
  return fitsYears(phrase, place + sought.length, words);
}

/** Whether what follows, from a place on, is no year, or one that the event was in. */
function fitsYears({ years }: Phrase, place: number, words: readonly Word[]): boolean {
  if (years === null) return true;
  const next = words[place]?.kind === 'last' ? words[place + 1] : words[place];
  const year = Number(/^[12]\d{3}(?!\d)/.exec(next?.folded ?? '')?.[0]);
  return Number.isNaN(year) || (year >= years[0] && year <= years[1]);
}
