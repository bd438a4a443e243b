import { foldName } from '../../content/fold-name.js';
import { meaningsIn } from '../../content/phrase-index.js';
import type { SearchedWords } from '../../content/search-vector.js';
import type { Meaning, Thesaurus } from '../../content/thesaurus.js';
import type { IncomingSubject } from '../incoming.js';

/** What an article is filed under, the source's own words first. */
export interface Filing {
  topicIds: number[];
  eventIds: number[];
  countries: string[];
}

/** Words of a part of the article in which aliases are looked for. */
const WORDS_LOOKED_AT = 10_000;
const MEDIA_TOPIC = /(?:medtop:|mediatopic\/)(\d{8})$/i;
const COUNTRY_CODE = /^(?:country:|iso3166-1a2:)?([a-z]{2})$/i;

/** Files an article: by the codes, slugs and names that its source gave it, then by the aliases that stand in its text. */
export function fileArticle(subjects: IncomingSubject[], text: SearchedWords, thesaurus: Thesaurus): Filing {
  const topicIds = new Set<number>();
  const eventIds = new Set<number>();
  const countries = new Set<string>();
  const add = (meaning: Meaning): void => {
    if ('topicId' in meaning) topicIds.add(meaning.topicId);
    else if ('eventId' in meaning) eventIds.add(meaning.eventId);
    else countries.add(meaning.country);
  };
  for (const subject of subjects) meaningsOf(subject, thesaurus).forEach(add);
  for (const part of [text.headline, text.lede, text.body]) {
    meaningsIn(part, WORDS_LOOKED_AT, thesaurus.phrases).forEach(add);
  }

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
