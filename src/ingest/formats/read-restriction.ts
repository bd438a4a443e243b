import type { IncomingArticle } from '../incoming.js';
import type { XmlElement } from '../xml/xml-element.js';
import { readCountries } from './read-countries.js';

type Territories = NonNullable<NonNullable<IncomingArticle['rights']>['territories']>;

/**
 * In which countries an item may be published (Media RSS 1.5.1, media:restriction of type "country"): the item's own word, else its
 * feed's. "none" or nothing allowed is nowhere. Other types (addresses, sharing) and other relationships are passed over.
 */
export function readRestriction(item: XmlElement): { territories?: Territories; note: string | null } {
  const said = restrictionOf(item) ?? (item.parent && restrictionOf(item.parent));
  const relationship = said?.attribute('relationship')?.toLowerCase();
  if (!said || (relationship !== 'allow' && relationship !== 'deny')) return { note: null };

  const words = said.text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const allows = relationship === 'allow';
  if (words.includes('all')) return allows ? { note: null } : nowhere();
  if (words.length === 0 || words.includes('none')) return allows ? nowhere() : { note: null };

  const { countries, unreadable } = readCountries(words);
  const note =
    unreadable.length === 0
      ? null
      : `Its restriction names "${unreadable.slice(0, 5).join(' ')}", which is no country of ISO 3166-1 alpha-2.`;
  if (countries.length === 0) return { note };
  return { territories: allows ? { only: countries } : { except: countries }, note };
}

function nowhere(): { territories: Territories; note: string } {
  return { territories: { only: [] }, note: 'Its restriction lets it be published nowhere.' };
}

/** A type may be left out beside "all" and "none" alone. */
function restrictionOf(element: XmlElement): XmlElement | undefined {
  return element
    .all('media:restriction')
    .find(said => (said.attribute('type') ?? (/^\s*(all|none)\s*$/i.test(said.text) ? 'country' : '')) === 'country');
}
