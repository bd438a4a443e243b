import { foldName } from '../../content/fold-name.js';
import type { Meaning, Phrase, Thesaurus } from '../../content/thesaurus.js';
import { hasUnspacedScript } from '../../content/unspaced-script.js';
import type { IncomingSubject } from '../incoming.js';

/** What an article is filed under, the source's own words first. */
export interface Filing {
  topicIds: number[];
  eventIds: number[];
  countries: string[];
}

/** Characters of the text in which aliases are looked for. */
const TEXT_LOOKED_AT = 50_000;
const MEDIA_TOPIC = /(?:medtop:|mediatopic\/)(\d{8})$/i;
const COUNTRY_CODE = /^(?:country:|iso3166-1a2:)?([a-z]{2})$/i;

/** Files an article: by the codes, slugs and names that its source gave it, then by the aliases that stand in its text. */
export function fileArticle(subjects: IncomingSubject[], text: string, thesaurus: Thesaurus): Filing {
  const topicIds = new Set<number>();
  const eventIds = new Set<number>();
  const countries = new Set<string>();
  const add = (meaning: Meaning): void => {
    if ('topicId' in meaning) topicIds.add(meaning.topicId);
    else if ('eventId' in meaning) eventIds.add(meaning.eventId);
    else countries.add(meaning.country);
  };
  for (const subject of subjects) meaningsOf(subject, thesaurus).forEach(add);
  meaningsIn(text.slice(0, TEXT_LOOKED_AT), thesaurus).forEach(add);

  return { topicIds: [...topicIds], eventIds: [...eventIds], countries: [...countries] };
}

function meaningsOf({ code, name, kind }: IncomingSubject, { codes, names, countries }: Thesaurus): Meaning[] {
  const mediaTopic = MEDIA_TOPIC.exec(code ?? '')?.[1];
  const byCode = mediaTopic ? codes.get(`medtop:${mediaTopic}`) : undefined;
  if (byCode) return [byCode];

  const country = COUNTRY_CODE.exec(code ?? '')?.[1]?.toUpperCase() ?? '';
  if (countries.has(country) && (kind === 'country' || code?.includes(':'))) return [{ country }];

  const slug = code?.split(/[/:#]/).at(-1);
  for (const word of [slug, name]) {
    const meanings = word ? names.get(foldName(word)) : undefined;
    const fitting = meanings?.filter(meaning => fits(meaning, kind));
    if (fitting && fitting.length > 0) return fitting;
  }
  return [];
}

function fits(meaning: Meaning, kind: IncomingSubject['kind']): boolean {
  if (kind === null) return true;
  if (kind === 'country') return 'country' in meaning;
  // Sources file events under their categories too, so that only a country is certain not to be meant.
  return !('country' in meaning);
}

function meaningsIn(text: string, { phrases, unspaced }: Thesaurus): Meaning[] {
  const folded = foldName(text);
  const words = folded.split(' ');
  const found = new Set<Meaning>();

  for (let place = 0; place < words.length; place += 1) {
    const begun = phrases.get(words[place]!);
    if (!begun) continue;
    for (const next of ['', words[place + 1] ?? '']) {
      for (const phrase of begun.get(next) ?? []) if (standsAt(place, phrase, words)) found.add(phrase.meaning);
    }
  }
  if (hasUnspacedScript(folded)) {
    for (let place = 0; place < folded.length - 1; place += 1) {
      for (const phrase of unspaced.get(folded.slice(place, place + 2)) ?? []) {
        if (standsIn(folded, place, phrase)) found.add(phrase.meaning);
      }
    }
  }
  return [...found];
}

/** Whether a phrase's words stand one after the other from a place on. */
function standsAt(place: number, { words: sought, years }: Phrase, words: string[]): boolean {
  return (
    sought.every((word, offset) => words[place + offset] === word) && fitsYears(years, words[place + sought.length])
  );
}

/** The same in a script without spaces. */
function standsIn(folded: string, place: number, { folded: sought, years }: Phrase): boolean {
  if (!folded.startsWith(sought, place)) return false;
  const end = place + sought.length;
  return fitsYears(years, folded.slice(end, end + 6).trimStart());
}

/** Whether what follows is no year, or one that the event was in. */
function fitsYears(years: Phrase['years'], next: string | undefined): boolean {
  const year = Number(/^[12]\d{3}(?!\d)/.exec(next ?? '')?.[0]);
  return years === null || Number.isNaN(year) || (year >= years[0] && year <= years[1]);
}
