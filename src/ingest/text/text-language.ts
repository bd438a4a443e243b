import { elementLanguage } from '../xml/element-language.js';
import type { XmlElement } from '../xml/xml-element.js';

/** The language that an item says it is in, or that its texts, the first of them first, say they are in; null for none. */
export function textLanguage(item: XmlElement, texts: (XmlElement | null)[]): string | null {
  const said = item.textOf('dc:language', 'language');
  if (said !== null) return said;

  for (const element of [...texts, item]) {
    const language = element === null ? null : elementLanguage(element, item.parent);
    if (language !== null) return language;
  }
  return null;
}
