import { rssMarkup } from './rss-markup.js';
import { textAsHtml } from '../markup/text-as-html.js';
import { writeMarkup } from '../markup/write-markup.js';
import { XmlElement } from '../xml/xml-element.js';

/** Escaped markup in what is declared as text, or not declared: an end tag, an empty tag, or an entity. */
const LOOKS_LIKE_HTML = /<\/[a-z][a-z\d]{0,15}\s*>|<(br|hr|img)\b|&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/**
 * What a text construct or the content of an entry says, as HTML: the types text, html and xhtml of RFC 4287 (sections 3.1 and 4.1.3),
 * and the types and modes of Atom 0.3. Text that looks like escaped markup is taken for it, since many feeds forget the type.
 * Empty for what is no text, such as a picture in base64.
 */
export function atomMarkup(element: XmlElement): string {
  const type = element.attribute('type')?.toLowerCase().split(';')[0]?.trim() ?? '';
  const mode = element.attribute('mode')?.toLowerCase() ?? '';
  const hasTags = element.children.some(child => child instanceof XmlElement);

  if (mode === 'base64')
    return isText(type) ? asMarkup(Buffer.from(element.text, 'base64').toString('utf8'), type) : '';
  if (type.includes('xhtml') && hasTags) return writeMarkup(element, 'xhtml').trim();
  if (hasTags)
    return mode === 'escaped' || type.includes('html') ? rssMarkup(element) : writeMarkup(element, 'xhtml').trim();
  return isText(type) ? asMarkup(element.text, type) : '';
}

function isText(type: string): boolean {
  return type === '' || !type.includes('/') || type.startsWith('text/') || type.endsWith('xml');
}

function asMarkup(text: string, type: string): string {
  return type.includes('html') || LOOKS_LIKE_HTML.test(text) ? text.trim() : textAsHtml(text);
}
