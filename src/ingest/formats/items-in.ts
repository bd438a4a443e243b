import type { XmlElement } from '../xml/xml-element.js';

/**
 * The elements of those names in a feed, in the order of the file, wherever they are: in the channel, beside it, in one another where
 * an end tag was forgotten or somebody grouped them. What stands in the content of an item is no item of the feed.
 */
export function itemsIn(element: XmlElement, ...names: string[]): XmlElement[] {
  if (element.name === 'content') return [];

  return element.elements.flatMap(child => {
    const inside = itemsIn(child, ...names);
    return names.includes(child.word) ? [child, ...inside] : inside;
  });
}
