import type { EntityManager } from 'typeorm';
import { Alias } from './alias.js';
import type { Event } from './event.js';
import { foldName } from './fold-name.js';
import { type Phrase, type PhraseIndex, addPhrase } from './phrase-index.js';
import type { Reference } from './reference.js';

/** What a word stands for. */
export type Meaning = { topicId: number } | { eventId: number } | { country: string };

/** Every word that names a topic, an event or a country, in any language: how incoming articles are filed. */
export interface Thesaurus {
  /** By folded name: names, slugs and aliases. For what a source files its items under. */
  names: Map<string, Meaning[]>;
  /** By IPTC Media Topic code, such as "medtop:11000000". */
  codes: Map<string, Meaning>;
  /** Every country's code (ISO 3166-1 alpha-2). */
  countries: Set<string>;
  /** What is looked for in running text: names of events, and aliases that the desk says so of. */
  phrases: PhraseIndex;
}

/** Languages whose names for countries every thesaurus knows: those of the desk and of its neighbours. */
const COUNTRY_LANGUAGES = [
  'vi',
  'en',
  'fr',
  'lo',
  'km',
  'zh-Hans',
  'zh-Hant',
  'ru',
  'th',
  'ja',
  'ko',
  'de',
  'es',
  'id',
];

/** Gathers the words from what is known and from the aliases that the desk keeps: one statement. */
export async function loadThesaurus(db: EntityManager, { topics, events }: Reference): Promise<Thesaurus> {
  const thesaurus: Thesaurus = {
    names: new Map(),
    codes: new Map(),
    countries: new Set(countryNames().map(({ code }) => code)),
    phrases: new Map(),
  };

  for (const { id, slug, mediaTopic, names } of topics.all) {
    for (const name of [slug, ...Object.values(names)]) addName(thesaurus, foldName(name), { topicId: id });
    if (mediaTopic) thesaurus.codes.set(mediaTopic, { topicId: id });
  }
  for (const { id, slug, names } of events.all) {
    addName(thesaurus, foldName(slug), { eventId: id });
    for (const name of Object.values(names)) {
      addName(thesaurus, foldName(name), { eventId: id });
      addPhrase(thesaurus.phrases, foldName(name), { meaning: { eventId: id }, years: yearsOf(events.byId.get(id)) });
    }
  }
  for (const { code, name } of countryNames()) addName(thesaurus, foldName(name), { country: code });
  for (const { folded, inText, topicId, eventId, country } of await db.find(Alias)) {
    const meaning =
      topicId !== null ? { topicId } : eventId !== null ? { eventId } : country !== null ? { country } : null;
    if (!meaning) continue;
    addName(thesaurus, folded, meaning);
    if (inText)
      addPhrase(thesaurus.phrases, folded, {
        meaning,
        years: 'eventId' in meaning ? yearsOf(events.byId.get(meaning.eventId)) : null,
      });
  }
  return thesaurus;
}

function addName({ names }: Thesaurus, folded: string, meaning: Meaning): void {
  if (!folded) return;
  const meanings = names.get(folded) ?? [];
  if (!meanings.some(known => JSON.stringify(known) === JSON.stringify(meaning))) meanings.push(meaning);
  names.set(folded, meanings);
}

function yearsOf(event: Event | undefined): Phrase['years'] {
  const [first, last] = [event?.startsOn ?? event?.endsOn, event?.endsOn ?? event?.startsOn];
  return first && last ? [Number(first.slice(0, 4)), Number(last.slice(0, 4))] : null;
}

/** Every ISO 3166-1 code that the runtime can name, with its name in each language (Unicode CLDR). Read once: 4,000 names. */
const countryNames = once(() => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap(one => letters.map(other => one + other));
  return COUNTRY_LANGUAGES.flatMap(language => {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    return codes.flatMap(code => {
      const name = isCountry(code) ? display.of(code) : undefined;
      return name === undefined ? [] : [{ code, name }];
    });
  });
});

/** CLDR names some codes that are no countries: unions, zones, test codes and the deprecated. */
function isCountry(code: string): boolean {
  if (['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ'].includes(code)) return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
