import type { Licence } from '../partners/licence.js';
import type { ArticleFilter } from './article-filter.js';
import { describeFilter } from './describe-filter.js';
import type { Reference } from './reference.js';

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
