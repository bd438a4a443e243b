import { jsonText } from './json-text.js';
import { plainLine } from '../markup/plain-line.js';

/** In characters: longer lines are cut before they are read. */
const LONGEST = 2000;

/** A tag or an entity: "5 < 7" and "R&D" have none, and are text. */
const MARKUP = /<[/!]?[a-z][^<>]*>|&(#\d+|#x[\da-f]+|[a-z]\w*);/i;

/** A line of text, such as a headline or a name, that a source may have written as text or as markup. Empty where there is none. */
export function jsonLine(value: unknown): string {
  const text = jsonText(value)?.slice(0, LONGEST) ?? '';
  return plainLine(MARKUP.test(text) ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
}
