import type { Known } from '../content/reference.js';
import { Refusal } from '../refusal.js';

/** More than any article needs, and no more than an article's row should carry. */
const MOST_TERMS = 100;
const MOST_COUNTRIES = 250;

/** The keys of topics or events by their slugs, each once, in the order given. Throws a Refusal (BAD_USER_INPUT). */
export function readTerms(slugs: string[], known: Known<{ id: number; slug: string }>, argument: string): number[] {
  if (slugs.length > MOST_TERMS) {
    const message = `${argument} has ${slugs.length} entries: give at most ${MOST_TERMS}.`;
    throw new Refusal('BAD_USER_INPUT', message, { argument });
  }
  const ids = slugs.map(slug => {
    const row = known.bySlug.get(slug);
    if (row) return row.id;
    throw new Refusal('BAD_USER_INPUT', `${argument}: there is no "${slug}".`, { argument });
  });
  return [...new Set(ids)];
}

/** Codes of countries, each once. Throws a Refusal (BAD_USER_INPUT) for too many. */
export function readCountries(codes: string[], argument = 'input.countries'): string[] {
  const countries = [...new Set(codes.map(code => code.toUpperCase()))];
  if (countries.length <= MOST_COUNTRIES) return countries;
  throw new Refusal('BAD_USER_INPUT', `${argument} has more countries than there are.`, { argument });
}
