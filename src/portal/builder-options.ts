import { nameIn } from '../content/name-in.js';
import type { Reference } from '../content/reference.js';
import type { Names } from '../content/topic.js';
import { CountryCode } from '../graphql/scalars.js';
import type { PageLanguage } from './words.js';

/** What may be chosen: the value in an address, and its name. */
export interface Option {
  value: string;
  name: string;
}

/** Topics as a tree: those below others are set in by as many spaces. */
export function topicOptions(reference: Reference, language: PageLanguage, parent: number | null = null): Option[] {
  return (reference.childrenOf.get(parent) ?? []).flatMap(topic => [
    named(topic, language),
    ...topicOptions(reference, language, topic.id).map(({ value, name }) => ({ value, name: `\u2003${name}` })),
  ]);
}

/** Events, the latest first. */
export function eventOptions({ events }: Reference, language: PageLanguage): Option[] {
  return events.all
    .toSorted((one, other) => (other.startsOn ?? '').localeCompare(one.startsOn ?? ''))
    .map(event => named(event, language));
}

export function sourceOptions({ sources }: Reference, language: PageLanguage): Option[] {
  return sources.all.map(source => named(source, language));
}

/** Languages that articles are written in, by the name that the visitor knows and by their own. */
export function languageOptions({ languages }: Reference, language: PageLanguage): Option[] {
  return languages.map(tag => {
    const names = [language, tag].map(of => new Intl.DisplayNames([of, 'en'], { type: 'language' }).of(tag) ?? tag);
    return { value: tag, name: [...new Set(names)].join(' · ') };
  });
}

/** The countries of ISO 3166-1, in the order of the language's alphabet. */
export function countryOptions(language: PageLanguage): Option[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap(first => letters.map(second => first + second)).filter(isCountry);
  const found = codes.flatMap(value => [names.of(value)].flatMap(name => (name === undefined ? [] : { value, name })));
  const { compare } = new Intl.Collator(language);
  return found.toSorted((one, other) => compare(one.name, other.name));
}

function isCountry(code: string): boolean {
  try {
    return CountryCode.parseValue(code) !== '';
  } catch {
    return false;
  }
}

function named(row: { slug: string; names: Names }, language: PageLanguage): Option {
  return { value: row.slug, name: nameIn(row.names, language) ?? row.slug };
}
