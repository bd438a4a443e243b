import { decodeHTMLStrict } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { printableText } from '../text/printable-text.js';
import type { XmlElement } from './xml-element.js';
import { XmlTree } from './xml-tree.js';

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
  const tree = new XmlTree(home, elements);
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext: (from, to) => tree.text(resolved(xml.slice(from, to))),
      ontextentity() {},
      oncdata: (from, to, offset) => tree.text(xml.slice(from, to - offset)),
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
      onopentagend: () => tree.start(tag, attributes, false),
      onselfclosingtag: () => tree.start(tag, attributes, true),
      onclosetag: (from, to) => tree.end(xml.slice(from, to).toLowerCase()),
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
  return tree.finish();
}

function resolved(text: string): string {
  return text.includes('&') ? printableText(decodeHTMLStrict(text)) : text;
}
