import { escapeMarkup } from '../markup/escape-markup.js';
import { readXml } from '../xml/read-xml.js';
import { XmlElement } from '../xml/xml-element.js';

/** More than the longest report has. */
const MOST_ELEMENTS = 100_000;

/** Elements of NITF 3.6 by what they are in HTML. What is not here has the name it has in HTML, or only its text counts. */
const IN_HTML = new Map([
  ['block', 'div'],
  ['bq', 'blockquote'],
  ['hl1', 'h2'],
  ['hl2', 'h3'],
  ['hedline', 'div'],
  ['nitf-table', 'div'],
  ['media', 'figure'],
  ['media-caption', 'figcaption'],
  ['media-producer', 'figcaption'],
  ['fn', 'p'],
  ['note', 'p'],
  ['tagline', 'p'],
  ['lang', 'span'],
  ['content', 'div'],
]);

/** About the text rather than of it: told elsewhere, or for machines. */
const LEFT_OUT = new Set([
  'body.head',
  'head',
  'docdata',
  'media-metadata',
  'media-object',
  'nitf-table-metadata',
  'custom-table',
]);

const KEPT = ['href', 'colspan', 'rowspan', 'src', 'alt', 'width', 'height', 'lang', 'xml:lang', 'dir'];
const VOID = new Set(['br', 'hr', 'img']);

/** The text of a news report in NITF (IPTC, 3.x) as HTML: what is between its head and its end, pictures as figures. */
export function readNitf(nitf: XmlElement | string): string {
  const root = typeof nitf === 'string' ? readXml(nitf, { home: 'rss', elements: MOST_ELEMENTS }) : nitf;
  const content = named(root, 'body.content') ?? named(root, 'body') ?? root;
  return inside(content);
}

/** The first element of the name, in any namespace. */
function named(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.elements) {
    const found = child.name === name ? child : named(child, name);
    if (found !== null) return found;
  }
  return null;
}

function inside(element: XmlElement): string {
  return element.children.map(child => (child instanceof XmlElement ? written(child) : escapeMarkup(child))).join('');
}

function written(element: XmlElement): string {
  if (LEFT_OUT.has(element.name)) return '';
  if (element.name === 'media-reference') return picture(element);

  const name = IN_HTML.get(element.name) ?? element.name;
  let tag = `<${name}`;
  for (const attribute of KEPT) {
    const value = element.attribute(attribute);
    if (value !== null) tag += ` ${attribute.replace('xml:', '')}="${escapeMarkup(value)}"`;
  }
  return VOID.has(name) ? `${tag}>` : `${tag}>${inside(element)}</${name}>`;
}

function picture(reference: XmlElement): string {
  const source = reference.attribute('source') ?? '';
  const alternative = reference.attribute('alternate-text') ?? '';
  const isPicture = (reference.attribute('mime-type') ?? 'image/').startsWith('image/') && source !== '';
  return isPicture ? `<img src="${escapeMarkup(source)}" alt="${escapeMarkup(alternative)}">` : '';
}
