import type { ArticleFilter, DateRange, TermFilter } from './article-filter.js';
import { nameIn } from './name-in.js';
import type { Known, Reference } from './reference.js';
import type { Names } from './topic.js';

type Named = Known<{ id: number; slug: string; names: Names }>;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const anyOf = new Intl.ListFormat('en', { type: 'disjunction' });
const allOf = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * What follows "all articles", such as " in Vietnamese or Lao on ASEAN", with the names of topics, events and sources in a
 * language, where they have one; nothing for a filter of everything.
 */
export function describeFilter(
  filter: ArticleFilter,
  { topics, events, sources }: Reference,
  language: string | null,
): string {
  const naming = (known: Named) => (slug: string) =>
    nameIn(known.bySlug.get(slug)?.names ?? { en: slug }, language) ?? slug;
  const parts = [
    listed(
      'in',
      anyOf,
      filter.languages?.map(tag => languageNames.of(tag) ?? tag),
    ),
    describeTerms('on', filter.topics, naming(topics)),
    describeTerms('on', filter.events, naming(events)),
    describeTerms('about', filter.countries, code => countryNames.of(code) ?? code),
    describeTerms('from', filter.sources, naming(sources)),
    filter.text ? ` with “${filter.text}”` : '',
    listed(
      'with',
      anyOf,
      filter.hasMedia?.map(kind => `a ${kind.toLowerCase()}`),
    ),
    describeRange('published', filter.published),
    describeRange('changed', filter.updated),
  ];
  return parts.join('');
}

function describeTerms(word: string, terms: TermFilter | null | undefined, name: (term: string) => string): string {
  if (!terms) return '';
  const only = terms.exact === true ? 'itself' : '';
  const named = (list: string[] | null | undefined) => list?.map(term => `${name(term)} ${only}`.trim());
  return (
    listed(word, anyOf, named(terms.any)) +
    listed(word, allOf, named(terms.all)) +
    listed(`not ${word}`, anyOf, named(terms.none))
  );
}

function describeRange(word: string, range: DateRange | null | undefined): string {
  if (!range) return '';
  const { from, to, on, last, timeZone } = range;
  const said = [['from', from] as const, ['to', to] as const, ['on', on] as const, ['in the last', last] as const];
  const span = said.flatMap(([when, value]) => (value == null ? [] : [`${when} ${value}`]));
  if (span.length === 0) return '';
  return ` ${word} ${span.join(' ')}${timeZone && timeZone !== 'UTC' ? ` (${timeZone})` : ''}`;
}

function listed(word: string, list: Intl.ListFormat, items: string[] | null | undefined): string {
  return items && items.length > 0 ? ` ${word} ${list.format(items)}` : '';
}
