import { codeEnd } from './g2-elements.js';
import { plainLine } from '../markup/plain-line.js';
import { plainText } from '../markup/plain-text.js';
import { writeMarkup } from '../markup/write-markup.js';
import type { XmlElement } from '../xml/xml-element.js';

/** In characters of markup: longer lines are cut before they are read. */
const LONGEST_LINE = 4000;

/** One line of plain text; empty for none. */
export function g2Line(element: XmlElement | null): string {
  return element === null ? '' : plainLine(writeMarkup(element, 'xhtml').slice(0, LONGEST_LINE));
}

/** Plain text of several lines; empty for none. */
export function g2Text(element: XmlElement | null): string {
  return element === null ? '' : plainText(writeMarkup(element, 'xhtml'));
}

/**
 * The one to take of texts that say the same thing by role and language: of the roles in that order, else without a role, else
 * the first; among these the one in the language of the item.
 */
export function chosenText(
  texts: readonly XmlElement[],
  roles: readonly string[],
  language: string | null,
): XmlElement | null {
  const written = texts.filter(text => text.text.trim() !== '');
  const inRole = (role: string): XmlElement[] => written.filter(text => codeEnd(text.attribute('role')) === role);
  const candidates = [...roles, ''].map(inRole).find(found => found.length > 0) ?? written;

  const wanted = language?.split('-', 1)[0]?.toLowerCase();
  const own = candidates.find(text => text.attribute('xml:lang')?.split(/[-_]/, 1)[0]?.toLowerCase() === wanted);
  return own ?? candidates[0] ?? null;
}
