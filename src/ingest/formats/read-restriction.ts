import type { XmlElement } from '../xml/xml-element.js';
import { commonPlaces, EVERYWHERE, isNowhere, NOWHERE, type Places, territoriesOf } from './places.js';
import { readCountries } from './read-countries.js';
import type { StatedRights } from './with-terms.js';

/**
 * In which countries an item may be published (Media RSS 1.5.1, media:restriction of type "country"): by all that the item says, else
 * by all that its feed says. "none" or nothing allowed is nowhere. What cannot be read is taken at its strictest, and noted. Other
 * types (addresses, sharing) are passed over.
 */
export function readRestriction(item: XmlElement): StatedRights {
  const own = restrictionsOf(item);
  const said = own.length > 0 || !item.parent ? own : restrictionsOf(item.parent);
  const unreadable: string[] = [];
  const places = said.map(one => placesOf(one, unreadable)).reduce(commonPlaces, EVERYWHERE);

  return {
    rights: territoriesOf(places),
    notes: [
      ...(unreadable.length > 0
        ? [`Its restriction says "${unreadable.slice(0, 5).join(' ')}", which names no country (ISO 3166-1).`]
        : []),
      ...(isNowhere(places) ? ['Its restriction lets it be published nowhere.'] : []),
    ],
  };
}

/** Where one restriction lets the item be published. Adds what cannot be read to the unreadable. */
function placesOf(said: XmlElement, unreadable: string[]): Places {
  const relationship = said.attribute('relationship')?.toLowerCase() ?? '';
  const words = said.text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const allows = relationship === 'allow';
  if (!allows && relationship !== 'deny') {
    unreadable.push(relationship.slice(0, 80));
    return NOWHERE;
  }
  if (words.includes('all')) return allows ? EVERYWHERE : NOWHERE;
  if (words.length === 0 || words.includes('none')) return allows ? NOWHERE : EVERYWHERE;

  const named = readCountries(words);
  unreadable.push(...named.unreadable);
  if (allows) return { only: named.countries };
  // To leave out the ones that can be read would let it into the ones that cannot.
  return named.unreadable.length > 0 ? NOWHERE : { except: named.countries };
}

/** A type may be left out beside "all" and "none" alone. */
function restrictionsOf(element: XmlElement): XmlElement[] {
  return element
    .all('media:restriction')
    .filter(said => (said.attribute('type') ?? (/^\s*(all|none)\s*$/i.test(said.text) ? 'country' : '')) === 'country');
}
