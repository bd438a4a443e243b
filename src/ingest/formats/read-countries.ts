import { CountryCode } from '../../graphql/scalars.js';

/** Countries of the world: a list with more says something else. */
const MOST = 300;

/** The countries that codes name, bare or at the end of a QCode or URI ("VN", "iso3166-1a2:VN"), sorted; and what is no code of a country. */
export function readCountries(codes: string[]): { countries: string[]; unreadable: string[] } {
  const countries = new Set<string>();
  const unreadable: string[] = [];
  for (const code of codes.slice(0, MOST)) {
    const country = code.split(/[:/#]/).at(-1)!.toUpperCase();
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
