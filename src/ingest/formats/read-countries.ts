import { iso31661Alpha3ToAlpha2, iso31661NumericToAlpha2 } from 'iso-3166';
import { CountryCode } from '../../graphql/scalars.js';
import { codeEnd } from './g2-elements.js';

/** Countries of the world: a list with more says something else. */
const MOST = 300;

/**
 * The countries that codes name, bare or at the end of a QCode or URI ("VN", "VNM", "704", "iso3166-1a3:VNM"), as alpha-2, sorted; and
 * what is no code of a country (ISO 3166-1 alpha-2, alpha-3 or numeric).
 */
export function readCountries(codes: string[]): { countries: string[]; unreadable: string[] } {
  const countries = new Set<string>();
  const unreadable = codes.length > MOST ? [`${codes.length - MOST} codes more`] : [];
  for (const code of codes.slice(0, MOST)) {
    const written = codeEnd(code).toUpperCase();
    const country = iso31661Alpha3ToAlpha2[written] ?? iso31661NumericToAlpha2[written] ?? written;
    if (isCountry(country)) countries.add(country);
    else unreadable.push(code.slice(0, 80));
  }
  return { countries: [...countries].toSorted(), unreadable };
}

/** ISO 3166-1 alpha-2. */
function isCountry(code: string): boolean {
  try {
    return CountryCode.parseValue(code) === code;
  } catch {
    return false;
  }
}
