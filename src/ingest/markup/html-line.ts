import { composeText } from '../text/compose-text.js';
import { escapeMarkup } from './escape-markup.js';
import { openingTag } from './opening-tag.js';

/** Formatting inside a line. */
export interface Inline {
  name: string;
  tag: string;
  /** Already in force, or one too many. */
  muted: boolean;
  opened: boolean;
}

/** Formatting that means something when it is inside its like; the rest is in force or not. */
const NESTS = new Set(['span', 'q', 'sub', 'sup', 'small', 'bdi', 'bdo', 'ruby']);
const MOST_AT_ONCE = 16;

/**
 * Writes lines of text. Formatting is opened when there is text for it and closed at the end of the line, so that
 * it never crosses a block; white space is written once, between words.
 */
export class HtmlLine {
  readonly #begin: () => void;
  #html = '';
  /** Text not yet written, for NFC sees it whole. */
  #run = '';
  readonly #inForce: Inline[] = [];
  #open: Inline[] = [];
  #filled = false;
  #space = false;
  #breaks = 0;
  /** A line has ended, and no tag has been written since. */
  #apart = false;
  #repetition: number;

  constructor(repetition: number, begin: () => void) {
    this.#repetition = repetition;
    this.#begin = begin;
  }

  start(name: string, attributes: ReadonlyMap<string, string>): Inline {
    const active = this.#inForce.filter(inline => !inline.muted);
    const muted = active.length >= MOST_AT_ONCE || (!NESTS.has(name) && active.some(inline => inline.name === name));
    const inline = { name, tag: openingTag(name, attributes), muted, opened: false };
    this.#inForce.push(inline);
    return inline;
  }

  stop(inline: Inline): void {
    const index = this.#inForce.lastIndexOf(inline);
    if (index !== -1) this.#inForce.splice(index, 1);
  }

  /** Keeps words apart. */
  space(): void {
    this.#space = this.#filled;
  }

  /** A br, once something follows it in the line. Gives how many are waiting. */
  break(): number {
    if (this.#filled) this.#breaks++;
    return this.#breaks;
  }

  text(text: string): void {
    const folded = text.replace(/[ \t\n\r\f]+/g, ' ');
    const words = folded.trim() === '' && !this.#filled ? '' : trimSpace(folded);
    if (folded.startsWith(' ')) this.space();
    if (words === '') return;
    this.#fill();
    this.#run += words;
    if (folded.endsWith(' ')) this.space();
  }

  /** Text whose white space matters. */
  raw(text: string): void {
    if (text === '') return;
    const waiting = this.#space;
    this.#space = false;
    this.#fill();
    this.#run += waiting ? `\n${text}` : text;
  }

  picture(attributes: ReadonlyMap<string, string>): void {
    if (!attributes.has('src')) return;
    this.#fill();
    this.#put(openingTag('img', attributes));
  }

  /** A tag of a block. */
  tag(tag: string): void {
    this.#apart = false;
    this.#put(tag);
  }

  #put(tag: string): void {
    this.#html += escapeMarkup(composeText(this.#run)) + tag;
    this.#run = '';
  }

  end(): void {
    this.#closeTo(0);
    this.#apart ||= this.#filled;
    this.#filled = false;
    this.#space = false;
    this.#breaks = 0;
  }

  finish(): string {
    this.end();
    this.#put('');
    return this.#html;
  }

  #fill(): void {
    if (!this.#filled) this.#begin();
    if (this.#apart) this.#breaks = 1;
    this.#apart = false;
    const wanted = this.#inForce.filter(inline => !inline.muted);
    let same = 0;
    while (same < this.#open.length && this.#open[same] === wanted[same]) same++;

    this.#closeTo(same);
    if (this.#breaks > 0) this.#put('<br>'.repeat(this.#breaks));
    else if (this.#space) this.#run += ' ';
    for (const inline of wanted.slice(same)) this.#openInline(inline);
    this.#filled = true;
    this.#space = false;
    this.#breaks = 0;
  }

  #openInline(inline: Inline): void {
    if (inline.opened && (this.#repetition -= inline.tag.length) < 0) {
      inline.muted = true;
      return;
    }
    inline.opened = true;
    this.#put(inline.tag);
    this.#open.push(inline);
  }

  #closeTo(length: number): void {
    while (this.#open.length > length) this.#put(`</${this.#open.pop()!.name}>`);
  }
}

function trimSpace(folded: string): string {
  return folded.slice(folded.startsWith(' ') ? 1 : 0, folded.endsWith(' ') ? -1 : undefined);
}
