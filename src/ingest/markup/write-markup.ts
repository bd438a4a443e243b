import { escapeMarkup } from './escape-markup.js';
import { XmlElement } from '../xml/xml-element.js';

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/**
 * What is inside an element, as HTML: prefixes and namespace declarations gone, so that XHTML under any prefix is read as what it is.
 * Text is escaped where it is text ('xhtml'), and left as it is where a feed mixes tags with escaped markup ('html').
 */
export function writeMarkup(element: XmlElement, text: 'xhtml' | 'html'): string {
  let written = '';
  for (const child of element.children) {
    if (typeof child === 'string') written += text === 'xhtml' ? escapeMarkup(child) : child;
    else if (VOID.has(child.name)) written += `${openTag(child)}${writeMarkup(child, text)}`;
    else written += `${openTag(child)}${writeMarkup(child, text)}</${child.name}>`;
  }
  return written;
}

function openTag(element: XmlElement): string {
  let tag = `<${element.name}`;
  for (const [name, value] of element.attributes) {
    if (!name.startsWith('xmlns') && /^[a-z][\w-]*$/.test(name)) tag += ` ${name}="${escapeMarkup(value)}"`;
  }
  return `${tag}>`;
}
