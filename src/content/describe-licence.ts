import type { Licence } from '../partners/licence.js';
import type { ArticleFilter, DateRange, TermFilter } from './article-filter.js';
import { nameIn } from './name-in.js';
import type { Known, Reference } from './reference.js';
import type { Names } from './topic.js';

type Named = Known<{ id: number; slug: string; names: Names }>;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const anyOf = new Intl.ListFormat('en', { type: 'disjunction' });
const allOf = new Intl.ListFormat('en', { type: 'conjunction' });

/** Seconds of what delays are told in, the longest first. */
const UNITS: [string, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A licence in a sentence, such as "Headlines and text of all articles in Vietnamese or Lao on ASEAN, 2 hours after
 * publication, until 31 December 2026.", with the names of topics, events and sources in a language, where they have one.
 */
export function describeLicence(licence: Licence, reference: Reference, language: string | null): string {
  const { text, media, delaySeconds, embargoAccess, history, validFrom, validUntil } = licence;
  const filter: ArticleFilter = licence.filter;
  const fields = allOf.format(['headlines', ...(text ? ['text'] : []), ...(media ? ['media'] : [])]);
  const terms = [
    delaySeconds > 0 ? `${spell(delaySeconds)} after publication` : '',
    embargoAccess ? 'before their embargo ends too, not to be shown until then' : '',
    history ? 'with their former versions' : '',
    validFrom ? `from ${spellMoment(validFrom)}` : '',
    validUntil ? `until ${spellMoment(validUntil)}` : '',
  ];
  const articles = `${fields} of all articles${describeFilter(filter, reference, language)}`;
  const sentence = [articles, ...terms.filter(term => term !== '')].join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function describeFilter(
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

function spell(seconds: number): string {
  const parts: string[] = [];
  let left = seconds;
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    left -= count * size;
  }
  return allOf.format(parts);
}

/** A day alone where it begins with it, in UTC. */
function spellMoment(moment: Date): string {
  const day = moment.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [, time = ''] = moment.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day}, ${time.slice(0, 5)} UTC`;
}
