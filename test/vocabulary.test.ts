import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { foldName } from '../src/content/fold-name.js';
import { CountryNames, EventInput, SourceInput, TopicInput } from '../src/ingest/store/vocabulary-input.js';

const LANGUAGES = ['vi', 'en', 'fr', 'lo', 'km', 'zh-Hans', 'ru', 'th'];

const topics = z.array(TopicInput).parse(read('topics.json'));
const events = z.array(EventInput).parse(read('events.json'));
const sources = z.array(SourceInput).parse(read('sources.json'));
const countries = CountryNames.parse(read('countries.json'));
const filings = [...topics, ...events];

test.each([
  ['topic', topics],
  ['event', events],
  ['source', sources],
])('every %s has its own slug, and a name in the eight languages', (_, entries) => {
  expect(repeated(entries.map(({ slug }) => slug))).toEqual([]);
  expect(entries.filter(({ names }) => LANGUAGES.some(language => !names[language])).map(({ slug }) => slug)).toEqual(
    [],
  );
});

test('the parent of a topic stands above it in the file', () => {
  const above = new Set<string>();
  const orphans: string[] = [];

  for (const { slug, parent } of topics) {
    if (parent !== null && !above.has(parent)) orphans.push(slug);
    above.add(slug);
  }
  expect(orphans).toEqual([]);
});

test('the top of the tree is the seventeen Media Topics of IPTC', () => {
  const top = topics.filter(({ parent }) => parent === null).map(({ mediaTopic }) => mediaTopic ?? 'none');

  expect(top.toSorted()).toEqual(
    Array.from({ length: 17 }, (_, i) => `medtop:${String(i + 1).padStart(2, '0')}000000`),
  );
});

test('a Media Topic belongs to one topic', () => {
  expect(repeated(topics.flatMap(({ mediaTopic }) => mediaTopic ?? []))).toEqual([]);
});

test('no two entries share a name or an alias, however it is written', () => {
  const owners = new Map<string, Set<string>>();

  for (const { slug, names, aliases } of filings) {
    for (const word of [slug, ...Object.values(names), ...aliases].map(foldName)) {
      owners.set(word, (owners.get(word) ?? new Set()).add(slug));
    }
  }
  expect([...owners].filter(([word, slugs]) => word === '' || slugs.size > 1)).toEqual([]);
});

test('no alias repeats a name or another alias of its entry', () => {
  const idle = filings.flatMap(({ names, aliases }) => {
    const named = [...new Set(Object.values(names).map(foldName))];
    return repeated([...named, ...aliases.map(foldName)]);
  });

  expect(idle).toEqual([]);
});

test('no alias of an event stands in a name or an alias of another event', () => {
  const phrases = events.flatMap(({ slug, names, aliases }) =>
    [...Object.values(names), ...aliases].map(text => ({ slug, folded: ` ${foldName(text)} ` })),
  );
  const clashes = events.flatMap(({ slug, aliases }) =>
    aliases
      .map(foldName)
      .flatMap(alias => phrases.filter(other => other.slug !== slug && other.folded.includes(` ${alias} `))),
  );

  expect(clashes).toEqual([]);
});

test('events have days, in order, and the topics that they name exist', () => {
  const slugs = new Set(topics.map(({ slug }) => slug));

  for (const { slug, startsOn, endsOn, topics: named } of events) {
    expect({ slug, inOrder: startsOn !== null && endsOn !== null && startsOn <= endsOn }).toEqual({
      slug,
      inOrder: true,
    });
    expect({ slug, unknown: named.filter(topic => !slugs.has(topic)) }).toEqual({ slug, unknown: [] });
    expect(named).not.toHaveLength(0);
  }
});

test('every country is one of ISO 3166-1, and is listed once', () => {
  const lists = [
    ...events.map(event => event.countries),
    sources.flatMap(({ country }) => country ?? []).filter((country, place, all) => all.indexOf(country) === place),
    Object.keys(countries),
  ];

  expect(lists.flatMap(repeated)).toEqual([]);
  expect(lists.flat().filter(code => !isCountry(code))).toEqual([]);
});

test('an extra name of a country is no name of another country, topic or event', () => {
  const others = new Set(filings.flatMap(({ names, aliases }) => [...Object.values(names), ...aliases].map(foldName)));
  const owners = new Map<string, string>();

  for (const code of Object.keys(countries)) {
    for (const language of LANGUAGES) owners.set(foldName(nameOf(code, language) ?? code), code);
  }
  const wrong = Object.entries(countries).flatMap(([code, names]) =>
    names.map(foldName).filter(name => name === '' || others.has(name) || (owners.get(name) ?? code) !== code),
  );
  expect(wrong).toEqual([]);
  expect(repeated(Object.values(countries).flat().map(foldName))).toEqual([]);
});

test('the sources of the demo are on a domain that nobody can own', () => {
  expect(sources.map(({ homepage }) => new URL(homepage ?? 'none:').hostname)).toEqual(
    sources.map(({ slug }) => `${slug}.example`),
  );
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../vocabulary', name), 'utf8'));
}

function repeated(values: string[]): string[] {
  return values.filter((value, place) => values.indexOf(value) !== place);
}

/** A code that names a country today: neither a union, such as EU, nor one that was replaced, such as SU. */
function isCountry(code: string): boolean {
  if (['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'].includes(code)) return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && nameOf(code, 'en') !== undefined;
}

function nameOf(code: string, language: string): string | undefined {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
}
