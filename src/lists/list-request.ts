import { ArticleFilter } from '../content/article-filter.js';
import { cutText } from '../content/cut-text.js';
import { readFilter } from '../content/read-filter.js';
import { Refusal } from '../refusal.js';

/** What the address of a feed asks for. */
export interface ListRequest {
  filter: ArticleFilter;
  /** Articles on one page of it. */
  limit: number;
  /** The cursor after which the page begins; null for the newest. */
  after: string | null;
}

/** Articles on a page of a list that says no number, and at most. */
export const LIMIT = { usual: 20, most: 100 };

/** Terms may be given several times, or once with commas between them. */
export const TERMS = { topic: 'topics', event: 'events', source: 'sources', country: 'countries' } as const;
const ONE = ['q', 'from', 'to', 'on', 'last', 'tz', 'limit', 'after'] as const;
const NAMES: readonly string[] = [...Object.keys(TERMS), 'lang', ...ONE];

/**
 * Reads the query string of a feed's address: topic, event, source, country and lang (repeated, or with commas between),
 * q (words), from, to, on, last and tz (as in GraphQL's DateRange), limit and after. Refuses with BAD_USER_INPUT what it does
 * not know or cannot read: a misspelt name left out would be a feed of everything.
 */
export function readListRequest(query: URLSearchParams): ListRequest {
  for (const name of query.keys()) refuseUnknown(name);

  const one = (name: (typeof ONE)[number]): string | null => {
    const values = query.getAll(name);
    if (values.length <= 1) return values[0]?.trim() || null;
    throw new Refusal('BAD_USER_INPUT', `"${name}" is given ${values.length} times: give it once.`, { argument: name });
  };
  const many = (name: string): string[] => query.getAll(name).flatMap(split);
  const terms = Object.entries(TERMS).flatMap(([name, field]) => {
    const any = many(name);
    return any.length > 0 ? [[field, { any }] as const] : [];
  });
  const languages = many('lang');
  const [text, from, to, on, last, timeZone] = [one('q'), one('from'), one('to'), one('on'), one('last'), one('tz')];
  const published = { ...said({ from, to, on, last }), ...(timeZone === null ? {} : { timeZone }) };

  return {
    filter: readFilter({
      ...Object.fromEntries(terms),
      ...(languages.length > 0 ? { languages } : {}),
      ...said({ text }),
      ...((from ?? to ?? on ?? last) ? { published } : {}),
    }),
    limit: limitOf(one('limit')),
    after: one('after'),
  };
}

function refuseUnknown(name: string): void {
  if (NAMES.includes(name)) return;
  throw new Refusal('BAD_USER_INPUT', `A feed knows no "${cutText(name, 100)}". It takes ${NAMES.join(', ')}.`, {
    argument: name,
  });
}

function split(value: string): string[] {
  return value
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function said(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}

function limitOf(text: string | null): number {
  if (text === null) return LIMIT.usual;
  const limit = Number(text);
  if (/^\d{1,3}$/.test(text) && limit >= 1 && limit <= LIMIT.most) return limit;
  throw new Refusal('BAD_USER_INPUT', `limit is ${text}: ask for 1 to ${LIMIT.most}.`, { argument: 'limit' });
}
