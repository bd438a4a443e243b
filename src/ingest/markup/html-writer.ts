import { keepsAsWords, type Block } from './html-block.js';
import { IMPLIED_CHILD, PARENTS, TEXT_ONLY, WRAPPERS } from './html-elements.js';
import { HtmlLine } from './html-line.js';
import { openingTag } from './opening-tag.js';

const PLAYERS = new Set(['audio', 'video']);

/** Puts blocks around lines so that each stands where HTML lets it stand. */
export class HtmlWriter {
  readonly line: HtmlLine;
  readonly #blocks: Block[] = [];

  /** @param size The length of the markup that is read: formatting is repeated in no more characters than that. */
  constructor(size: number) {
    this.line = new HtmlLine(size, () => this.#beginLine());
  }

  /** Begins a block, ending those that cannot hold it. Null where it is taken for words of the block around it. */
  startBlock(name: string, attributes: ReadonlyMap<string, string>): Block | null {
    const around = this.#around();
    if (around && TEXT_ONLY.has(around.name)) {
      if (keepsAsWords(around.name, name)) {
        this.line.space();
        return null;
      }
      this.endBlock(around);
    }
    this.line.end();
    this.#endImplied(name);
    if (name === 'td' || name === 'th') {
      while (IMPLIED_CHILD.get(this.#around()?.name ?? '') === 'tr') this.#push('tr', new Map(), true);
    }
    const stands = PARENTS.get(name)?.has(this.#around()?.name ?? '');
    if (!WRAPPERS.has(name) && stands === undefined) this.#imply();

    const block = this.#push(name, attributes, false);
    block.wrapper = WRAPPERS.has(name) || stands === false;
    if (!block.wrapper && (name === 'td' || name === 'th' || attributes.has('src'))) this.#write();
    return block;
  }

  /** Ends a block and all in it; nothing when it has ended already. */
  endBlock(block: Block): void {
    while (!block.closed) {
      const last = this.#blocks.at(-1)!;
      this.line.end();
      if (last.written && !last.wrapper && last.name !== 'hr') this.line.tag(`</${last.name}>\n`);
      last.closed = true;
      this.#blocks.pop();
    }
  }

  /** A block ended that never began: ends the paragraph that is being written, or keeps the words apart. */
  endParagraph(): void {
    const around = this.#around();
    if (around?.name === 'p') this.endBlock(around);
    else this.line.space();
  }

  /** A br; two in loose text begin a new paragraph. */
  breakLine(): void {
    const around = this.#around();
    if (around?.name === 'pre') this.line.raw('\n');
    else if (this.line.break() > 1 && around?.implied && around.name === 'p') this.endBlock(around);
  }

  rule(): void {
    const rule = this.startBlock('hr', new Map());
    if (rule === null) return;
    this.#passOverPlayers();
    this.#write();
    this.endBlock(rule);
  }

  /** A recording that the player around it may play. */
  source(attributes: ReadonlyMap<string, string>): void {
    if (!PLAYERS.has(this.#blocks.at(-1)?.name ?? '') || !attributes.has('src')) return;
    this.line.end();
    this.#write();
    this.line.tag(openingTag('source', attributes));
  }

  text(text: string): void {
    if (this.#around()?.name === 'pre') this.line.raw(text);
    else this.line.text(text);
  }

  finish(): string {
    while (this.#blocks[0]) this.endBlock(this.#blocks[0]);
    return this.line.finish().trimEnd();
  }

  /** The innermost block that is written. */
  #around(): Block | undefined {
    return this.#blocks.findLast(block => !block.wrapper);
  }

  /** Something is to be written in the line: puts it into a block that holds text, and writes those around it. */
  #beginLine(): void {
    this.#passOverPlayers();
    this.#imply();
    const last = this.#blocks.at(-1);
    if (last === undefined || last.wrapper) this.#push('p', new Map(), true);
    this.#write();
  }

  /** A list holds items, a table rows of cells. */
  #imply(): void {
    for (let child; (child = IMPLIED_CHILD.get(this.#around()?.name ?? ''));) this.#push(child, new Map(), true);
  }

  #endImplied(next: string): void {
    for (let last; (last = this.#blocks.at(-1)) && last.implied && !PARENTS.get(next)?.has(last.name);)
      this.endBlock(last);
  }

  #push(name: string, own: ReadonlyMap<string, string>, implied: boolean): Block {
    const outer = this.#blocks.at(-1);
    const inherited = new Map<string, string>();
    for (const attribute of ['lang', 'dir']) {
      const value =
        own.get(attribute) ?? (outer?.wrapper && name !== 'hr' ? outer.inherited.get(attribute) : undefined);
      if (value !== undefined) inherited.set(attribute, value);
    }
    const attributes = new Map([...inherited, ...own]);
    const tag = openingTag(name, attributes);
    const block: Block = { name, tag, wrapper: false, implied, written: false, closed: false, inherited };
    this.#blocks.push(block);
    return block;
  }

  /** A player with nothing to play is not written: what it says instead is. */
  #passOverPlayers(): void {
    for (const block of this.#blocks) if (PLAYERS.has(block.name) && !block.written) block.wrapper = true;
  }

  #write(): void {
    for (const block of this.#blocks) {
      if (!block.written && !block.wrapper) this.line.tag(block.tag);
      block.written = true;
    }
  }
}
