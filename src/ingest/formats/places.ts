/** Some countries, or all countries but some: ISO 3166-1 alpha-2, sorted. */
export type Places = { only: string[] } | { except: string[] };

export const EVERYWHERE: Places = { except: [] };
export const NOWHERE: Places = { only: [] };

/** As an article's rights say it: nothing of everywhere. */
export function territoriesOf(places: Places): { territories?: Places } {
  return 'only' in places || places.except.length > 0 ? { territories: places } : {};
}

export function isNowhere(places: Places): boolean {
  return 'only' in places && places.only.length === 0;
}

/** The places that are in both. */
export function commonPlaces(one: Places, other: Places): Places {
  if ('only' in one) return { only: one.only.filter(country => isIn(other, country)) };
  if ('only' in other) return commonPlaces(other, one);
  return { except: [...new Set([...one.except, ...other.except])].toSorted() };
}

/** All other places. */
export function otherPlaces(places: Places): Places {
  return 'only' in places ? { except: places.only } : { only: places.except };
}

function isIn(places: Places, country: string): boolean {
  return 'only' in places ? places.only.includes(country) : !places.except.includes(country);
}
