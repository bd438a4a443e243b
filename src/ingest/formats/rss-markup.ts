import { writeMarkup } from '../markup/write-markup.js';
import { XmlElement } from '../xml/xml-element.js';

/** What an element of RSS says, as HTML: escaped, in CDATA, or with its tags as they are, all of which feeds do. */
export function rssMarkup(element: XmlElement): string {
  const hasTags = element.children.some(child => child instanceof XmlElement);
  return (hasTags ? writeMarkup(element, 'html') : element.text).trim();
}
