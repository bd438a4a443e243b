import { childrenNamed, codeEnd, conceptCode } from './g2-elements.js';
import { chosenText, g2Line } from './g2-text.js';
import type { IncomingSubject } from '../incoming.js';
import type { XmlElement } from '../xml/xml-element.js';

const MOST = 100;
const LONGEST_CODE = 500;

/** ISO 3166-1 as IPTC writes it: iso3166-1a2:VN, country:VNM. Not its parts of countries: VN-HN. */
const COUNTRY = /(iso-?3166(-1)?(a[23])?|cntry|country)[:/#][a-z]{2,3}$/i;

/** What an item is filed under: the subjects and keywords of its contentMeta, each once, named in the language of the item. */
export function readG2Subjects(contentMeta: XmlElement | null, language: string | null): IncomingSubject[] {
  const found = new Map<string, IncomingSubject>();
  for (const element of childrenNamed(contentMeta, 'subject', 'keyword').slice(0, MOST)) {
    const isKeyword = element.name === 'keyword';
    const name =
      (isKeyword ? g2Line(element) : g2Line(chosenText(childrenNamed(element, 'name'), [], language))).slice(0, 300) ||
      null;
    const code = isKeyword ? null : (conceptCode(element)?.slice(0, LONGEST_CODE) ?? null);
    const kind = isKeyword ? null : kindOf(codeEnd(element.attribute('type')), code);

    if (name !== null || code !== null) found.set(`${kind} ${code} ${name}`, { code, name, kind });
  }
  return [...found.values()];
}

/** By the concept's nature (http://cv.iptc.org/newscodes/cpnature/); a subject that does not say is a topic. */
function kindOf(nature: string, code: string | null): IncomingSubject['kind'] {
  if (COUNTRY.test(code ?? '')) return 'country';
  if (nature === 'event') return 'event';
  return nature === '' || nature === 'abstract' ? 'topic' : null;
}
