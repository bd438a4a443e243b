import { decodeHTMLStrict } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { Refusal } from '../refusal.js';
import { nameSpace, type NameScope } from './name-space.js';
import { printableText } from './printable-text.js';
import { XmlElement } from './xml-element.js';

/** Deeper elements are not built, their text is kept. Real feeds stay under 40. */
const DEEPEST = 200;

/** HTML elements without an end tag, which sloppy feeds write as they are. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** What holds text only: when another of a feed's own words opens inside one, its end tag was forgotten. */
const TEXT_ONLY = new Set(['title', 'link', 'guid', 'pubdate', 'id', 'updated', 'published']);
const ITEMS = new Set(['item', 'entry']);

export interface XmlOptions {
  /** The vocabulary whose elements are the feed's own, under whatever prefix. */
  home: 'rss' | 'atom';
  /** The most elements that are built. */
  elements: number;
}

/**
 * Reads XML of any quality into a tree, in one pass: time grows with its length only, memory with its elements.
 * Returns a nameless element around what was found. Forgiving where XML 1.0 is not: end tags that are missing or too many,
 * bare ampersands, attributes without quotes, text around the root, a file cut off anywhere.
 * Entities: the five of XML and those of HTML; what a DTD declares is passed over, so nothing expands and nothing is fetched.
 * @throws Refusal PAYLOAD_TOO_LARGE where there are more elements than options.elements.
 */
export function readXml(xml: string, { home, elements }: XmlOptions): XmlElement {
  const document = new XmlElement('', '', null, new Map());
  const open: { tag: string; element: XmlElement; scope: NameScope | null }[] = [];
  /** How many elements of a tag are open: a stray end tag must not search all of them. */
  const opened = new Map<string, number>();
  const tooDeep = new Map<string, number>();
  let built = 0;
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';

  const innermost = () => open.at(-1)?.element ?? document;

  function addText(text: string): void {
    const { children } = innermost();
    if (typeof children.at(-1) === 'string') children[children.length - 1] += text;
    else children.push(text);
  }

  function pop(): void {
    const last = open.pop()!;
    opened.set(last.tag, opened.get(last.tag)! - 1);
    tooDeep.clear();
  }

  function start(selfClosed: boolean): void {
    if (++built > elements) throw tooMany(elements);
    const around = open.at(-1)?.scope ?? null;
    const declared = declarations(attributes);
    const scope = declared === null ? around : { declared, around };
    const colon = tag.indexOf(':');
    const space = nameSpace(colon < 0 ? '' : tag.slice(0, colon), scope, home);
    const name = tag.slice(colon + 1);

    if (space === '' && forgotEndTag(innermost(), name)) pop();
    if (ITEMS.has(name) && ITEMS.has(innermost().word)) pop();
    const closed = selfClosed || VOID.has(name);
    if (open.length >= DEEPEST) {
      if (!closed) tooDeep.set(tag, (tooDeep.get(tag) ?? 0) + 1);
      return;
    }
    const element = new XmlElement(space, name, innermost(), attributes);
    innermost().children.push(element);
    if (closed) return;
    open.push({ tag, element, scope });
    opened.set(tag, (opened.get(tag) ?? 0) + 1);
  }

  function end(closing: string): void {
    const deeper = tooDeep.get(closing) ?? 0;
    if (deeper > 0) tooDeep.set(closing, deeper - 1);
    else if ((opened.get(closing) ?? 0) > 0) {
      while (open.at(-1)!.tag !== closing) pop();
      pop();
    }
  }

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext: (from, to) => addText(resolved(xml.slice(from, to))),
      ontextentity() {},
      oncdata: (from, to, offset) => addText(xml.slice(from, to - offset)),
      onopentagname(from, to) {
        tag = xml.slice(from, to).toLowerCase();
        attributes = new Map();
      },
      onattribname(from, to) {
        attribute = xml.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => (value += xml.slice(from, to)),
      onattribentity() {},
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, resolved(value));
      },
      onopentagend: () => start(false),
      onselfclosingtag: () => start(true),
      onclosetag: (from, to) => end(xml.slice(from, to).toLowerCase()),
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
  for (const { element } of open) element.cutOff = true;
  return document;
}

function forgotEndTag(around: XmlElement, name: string): boolean {
  return TEXT_ONLY.has(around.word) && (TEXT_ONLY.has(name) || ITEMS.has(name) || name === 'description');
}

/** The namespaces that an element declares, by prefix; null for none. */
function declarations(attributes: ReadonlyMap<string, string>): Map<string, string> | null {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === 'xmlns') declared.set('', value);
    else if (name.startsWith('xmlns:')) declared.set(name.slice('xmlns:'.length), value);
  }
  return declared.size === 0 ? null : declared;
}

function resolved(text: string): string {
  return text.includes('&') ? printableText(decodeHTMLStrict(text)) : text;
}

function tooMany(elements: number): Refusal {
  return new Refusal(
    'PAYLOAD_TOO_LARGE',
    `The feed has more than ${elements} XML elements. Split it into smaller files.`,
  );
}
