import { Tokenizer } from 'htmlparser2';
import { printableText } from '../text/printable-text.js';

/** What is told about a piece of markup, in order. Tags are as written: nothing is balanced. */
export interface MarkupListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** Entities resolved; as long as it can be: comments and entities do not cut it. */
  text(text: string): void;
}

/** Elements whose content no reader sees. */
const UNSEEN = new Set(['script', 'style', 'title', 'textarea', 'template', 'noframes', 'noembed']);

/**
 * Reads HTML, however broken, in one pass: time and memory grow with its length only.
 * The tokenizer of htmlparser2 is used without its Parser, which holds the open elements in an array that it
 * shifts: 100,000 open tags took it 6 s, 300,000 a minute; html-to-text and sanitize-html are built on it.
 */
export function readMarkup(html: string, listener: MarkupListener): void {
  const source = withoutCdata(legible(html));
  if (!/[<&]/.test(source)) {
    if (source !== '') listener.text(source);
    return;
  }
  const lastClosing = new Map<string, number>();
  let text = '';
  let name = '';
  let attributes = new Map<string, string>();
  let attributeName = '';
  let attributeValue = '';
  let unseen: { name: string; depth: number } | null = null;

  function endText(): void {
    if (text !== '' && unseen === null) listener.text(legible(text));
    text = '';
  }

  /** Whether an end tag follows; each name is searched for once, so that many such tags stay linear. */
  function closesLater(from: number): boolean {
    const last = lastClosing.get(name) ?? source.toLowerCase().lastIndexOf(`</${name}`);
    lastClosing.set(name, last);
    return last > from;
  }

  function open(selfClosed: boolean, end: number): void {
    if (unseen !== null) {
      if (name === unseen.name) unseen.depth++;
      return;
    }
    endText();
    if (!UNSEEN.has(name)) listener.open(name, attributes);
    // XHTML may close a script in its opening tag; HTML does not know that, and hides all up to the next end tag.
    else if (!selfClosed || closesLater(end)) unseen = { name, depth: 1 };
  }

  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (start, end) => (text += source.slice(start, end)),
      ontextentity: codepoint => (text += String.fromCodePoint(codepoint)),
      onopentagname(start, end) {
        name = source.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attributeName = source.slice(start, end).toLowerCase();
        attributeValue = '';
      },
      onattribdata: (start, end) => (attributeValue += source.slice(start, end)),
      onattribentity: codepoint => (attributeValue += String.fromCodePoint(codepoint)),
      onattribend() {
        if (!attributes.has(attributeName)) attributes.set(attributeName, legible(attributeValue));
      },
      onopentagend: end => open(false, end),
      onselfclosingtag: end => open(true, end),
      onclosetag(start, end) {
        const closed = source.slice(start, end).toLowerCase();
        endText();
        if (unseen === null) listener.close(closed);
        else if (closed === unseen.name && --unseen.depth === 0) unseen = null;
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend: endText,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

/** A CDATA section inside HTML is markup that somebody wrapped twice; browsers would show half of it. */
function withoutCdata(html: string): string {
  return html.includes('<![CDATA[') ? html.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : html;
}

function legible(text: string): string {
  return printableText(text).replace(/\r\n?/g, '\n');
}
