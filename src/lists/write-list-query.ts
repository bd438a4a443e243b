import type { TermFilter } from '../content/article-filter.js';
import { LIMIT, type ListRequest, TERMS } from './list-request.js';

/** The query string from which `readListRequest` reads the same list. What is usual is left out, and the order is always one. */
export function writeListQuery({ filter, limit, after }: ListRequest): URLSearchParams {
  const query = new URLSearchParams();
  const say = (name: string, value: string | null | undefined): void => {
    if (value) query.set(name, value);
  };
  for (const [name, field] of Object.entries(TERMS)) say(name, anyOf(filter[field]));
  const { from, to, on, last, timeZone } = filter.published ?? {};
  say('lang', filter.languages?.join(','));
  for (const [name, value] of Object.entries({ q: filter.text, from, to, on, last, tz: timeZone })) say(name, value);
  if (limit !== LIMIT.usual) query.set('limit', String(limit));
  say('after', after);
  return query;
}

/** An address with a query string, in which commas stay legible (RFC 3986, section 3.4, allows them). */
export function writeAddress(address: string, query: URLSearchParams): string {
  return query.size === 0 ? address : `${address}?${query.toString().replaceAll('%2C', ',')}`;
}

function anyOf(terms: TermFilter | null | undefined): string | undefined {
  return terms?.any?.join(',');
}
