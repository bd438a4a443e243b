import { distance } from 'fastest-levenshtein';
import type { Known, Reference } from './reference.js';
import { withDescendants } from './reference.js';
import { CountryCode } from '../graphql/scalars.js';
import { Refusal } from '../refusal.js';
import { cutText } from './cut-text.js';
import type { ArticleFilter, TermFilter } from './article-filter.js';
import type { MediaKind } from './media.js';
import { readDateRange, type Span } from './read-date-range.js';
import { searchQuery } from './search-query.js';
import { tagsTaken } from './tags-taken.js';

/** A term asked for, and what an article may carry instead: a topic's descendants. */
export interface Term<Key> {
  key: Key;
  covers: Key[];
}

/** Terms asked for, by key; empty where nothing was said. */
export interface Terms<Key> {
  any: Term<Key>[];
  all: Term<Key>[];
  none: Term<Key>[];
  exact: boolean;
}

/** Which articles: a filter read and checked, with keys for slugs and moments for dates. */
export interface Selection {
  topics: Terms<number>;
  events: Terms<number>;
  sources: Terms<number>;
  countries: Terms<string>;
  /** Tags that articles are written in; null for every language. */
  languages: string[] | null;
  /** The tags asked for, as they were typed. */
  wantedLanguages: string[] | null;
  published: Span;
  updated: Span;
  mediaKinds: MediaKind[] | null;
  /** A tsquery; null for any text. */
  text: string | null;
  /** Whether no article can match, as when only signs were searched for. */
  nothing: boolean;
}

const MOST_TERMS = 50;

/** Reads a filter. Refuses what it cannot read with BAD_USER_INPUT, naming the argument and what would be right. */
export function readSelection(filter: ArticleFilter | null | undefined, reference: Reference, now: Date): Selection {
  const { topics, events, sources, countries, languages, hasMedia, text } = filter ?? {};
  const query = text?.trim() ? searchQuery(text) : null;

  return {
    topics: readTerms(topics, 'topics', (slug, argument) => {
      const key = keyOf(slug, reference.topics, 'topic', argument);
      return { key, covers: topics?.exact ? [key] : withDescendants(key, reference) };
    }),
    events: readTerms(events, 'events', (slug, argument) => term(keyOf(slug, reference.events, 'event', argument))),
    sources: readTerms(sources, 'sources', (slug, argument) =>
      term(keyOf(slug, reference.sources, 'source', argument)),
    ),
    countries: readTerms(countries, 'countries', (code, argument) => term(countryCode(code, argument))),
    languages: languages ? tagsTaken(bounded(languages, 'languages'), reference.languages) : null,
    wantedLanguages: languages ?? null,
    published: readDateRange(filter?.published, 'filter.published', now),
    updated: readDateRange(filter?.updated, 'filter.updated', now),
    mediaKinds: hasMedia ? bounded(hasMedia, 'hasMedia') : null,
    text: query,
    nothing: Boolean(text?.trim()) && query === null,
  };
}

function readTerms<Key>(
  filter: TermFilter | null | undefined,
  field: string,
  read: (text: string, argument: string) => Term<Key>,
): Terms<Key> {
  const side = (name: 'any' | 'all' | 'none'): Term<Key>[] => {
    const texts = filter?.[name];
    if (!texts) return [];
    if (name === 'none' && texts.length === 0) return [];
    return bounded([...new Set(texts)], `${field}.${name}`).map(text => read(text, `filter.${field}.${name}`));
  };
  return { any: side('any'), all: side('all'), none: side('none'), exact: filter?.exact ?? false };
}

function bounded<Value>(values: Value[], field: string): Value[] {
  const argument = `filter.${field}`;
  if (values.length === 0) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${argument} is empty, so that nothing could match: leave it out to take everything.`,
      { argument },
    );
  }
  if (values.length > MOST_TERMS) {
    throw new Refusal('BAD_USER_INPUT', `${argument} has ${values.length} values: at most ${MOST_TERMS} are allowed.`, {
      argument,
    });
  }
  return values;
}

function term<Key>(key: Key): Term<Key> {
  return { key, covers: [key] };
}

function keyOf(slug: string, known: Known<{ id: number; slug: string }>, noun: string, argument: string): number {
  const row = known.bySlug.get(slug);
  if (row) return row.id;

  const value = cutText(slug, 100);
  const nearest = nearestOf(value.toLowerCase(), [...known.bySlug.keys()]);
  const hint = nearest.length > 0 ? ` The nearest known: ${nearest.join(', ')}.` : ' None are known yet.';
  throw new Refusal('BAD_USER_INPUT', `There is no ${noun} "${value}".${hint}`, {
    argument,
    value,
    nearest,
  });
}

/** The three slugs most like what was typed: those that hold it or start alike before those a few letters away. */
function nearestOf(typed: string, slugs: string[]): string[] {
  const unlike = (slug: string): number =>
    distance(typed, slug) - (slug.includes(typed) || typed.includes(slug) ? 100 : 0);
  return slugs
    .map(slug => ({ slug, unlike: unlike(slug) }))
    .toSorted((one, other) => one.unlike - other.unlike)
    .slice(0, 3)
    .map(({ slug }) => slug);
}

function countryCode(code: string, argument: string): string {
  try {
    return CountryCode.parseValue(code).toUpperCase();
  } catch {
    const message = `"${cutText(code, 100)}" is not a country code (ISO 3166-1 alpha-2) such as "LA".`;
    throw new Refusal('BAD_USER_INPUT', message, { argument });
  }
}
