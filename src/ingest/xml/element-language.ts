import type { XmlElement } from './xml-element.js';

/**
 * The xml:lang in force at an element (XML 1.0, section 2.12), looked for up to and without the element that ends the search;
 * null where none is, or where it is taken back with an empty one.
 */
export function elementLanguage(element: XmlElement, upTo: XmlElement | null): string | null {
  for (let around: XmlElement | null = element; around !== null && around !== upTo; around = around.parent) {
    const language = around.attribute('xml:lang');
    if (language !== null) return language === '' ? null : language;
  }
  return null;
}
