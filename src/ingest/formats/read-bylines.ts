import { plainLine } from '../markup/plain-line.js';
import type { XmlElement } from '../xml/xml-element.js';

const MOST = 20;

/** In characters: longer texts are not names. */
const LONGEST = 300;

/**
 * Who wrote an item, each once: dc:creator, author, Atom's author with its name, itunes:author. RSS 2.0 wants
 * "address (Name)": the name is taken; addresses alone are nobody's byline and nobody else's business.
 */
export function readBylines(item: XmlElement): string[] {
  const names = item
    .all('dc:creator', 'author', 'atom:author', 'itunes:author')
    .slice(0, MOST)
    .map(author => readName(author))
    .filter(name => name !== '');
  return [...new Set(names)];
}

function readName(author: XmlElement): string {
  const written = author.textOf('name', 'atom:name') ?? (author.elements.length > 0 ? '' : author.text);
  const text = plainLine(written.slice(0, LONGEST));
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(text)?.[1];
  const name = inBrackets ?? text.replace(/<?\S+@\S+\.\S+>?/, '');

  return name.replace(/\s+/g, ' ').trim();
}
