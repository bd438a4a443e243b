import { ALIASES, APART, BLOCKS, ENDS, INLINE, WRAPPERS } from './html-elements.js';
import type { Block } from './html-block.js';
import type { Inline } from './html-line.js';
import { HtmlWriter } from './html-writer.js';
import { keptAttributes } from './kept-attributes.js';
import { readMarkup } from './read-markup.js';

/** Deeper elements are passed over, their words kept. Real pages stay under 40. */
const DEEPEST = 100;

const CELLS = new Set(['td', 'th', 'caption']);
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);

/** An element that is open in the markup being read, and what it became. */
interface Open {
  name: string;
  became: { inline: Inline } | { block: Block } | 'space';
}

/**
 * Rewrites markup of any quality as what an article is made of: paragraphs, headings, lists, tables, figures and the formatting in
 * them, properly nested at most 100 deep, links absolute, no empty elements, every visible word kept and none run together.
 * Linear in the length of the markup. It decides what stays; that what stays is harmless is for the sanitiser to make sure.
 */
export function tidyHtml(html: string, baseUrl: string | null): string {
  const writer = new HtmlWriter(html.length);
  const opened: Open[] = [];
  /** How many open elements of a name were passed over for being too deep. */
  const tooDeep = new Map<string, number>();

  function end(index: number): void {
    for (const { became } of opened.splice(index).toReversed()) {
      if (became === 'space') writer.line.space();
      else if ('inline' in became) writer.line.stop(became.inline);
      else writer.endBlock(became.block);
    }
  }

  /** Ends the element at the index; formatting may end in the middle of a block that began inside it. */
  function endAt(index: number): void {
    const became = opened[index]?.became;
    if (typeof became !== 'object' || !('inline' in became)) return end(index);
    writer.line.stop(became.inline);
    opened.splice(index, 1);
  }

  /** A paragraph ends where a block begins, whatever else was left open in it. */
  function forgetEnded(): void {
    for (let index = opened.length - 1; index >= 0; index--) {
      const { became } = opened[index]!;
      if (typeof became === 'object' && 'block' in became && became.block.closed) opened.splice(index, 1);
    }
  }

  /** Where an open element of one of the names is, not looking beyond the boundary; -1 for nowhere. */
  function find(names: ReadonlySet<string>, isBoundary: (name: string) => boolean): number {
    for (let index = opened.length - 1; index >= 0; index--) {
      const { name } = opened[index]!;
      if (names.has(name)) return index;
      if (isBoundary(name)) return -1;
    }
    return -1;
  }

  function become(name: string, attributes: Map<string, string>): Open['became'] | null {
    if (INLINE.has(name)) {
      const bare = (name === 'a' && !attributes.has('href')) || (name === 'span' && attributes.size === 0);
      return bare ? null : { inline: writer.line.start(name, attributes) };
    }
    if (APART.has(name)) {
      writer.line.space();
      return 'space';
    }
    if (!BLOCKS.has(name) && !WRAPPERS.has(name)) return null;

    const block = writer.startBlock(name, attributes);
    return block === null ? 'space' : { block };
  }

  readMarkup(html, {
    open(written, rawAttributes) {
      const name = ALIASES.get(written) ?? written;
      const attributes = keptAttributes(name, rawAttributes, baseUrl);

      if (name === 'br') return writer.breakLine();
      if (name === 'hr') return writer.rule();
      if (name === 'img') return writer.line.picture(attributes);
      if (name === 'source') return writer.source(attributes);

      forgetEnded();
      const ends = ENDS.get(name);
      if (ends) {
        const index = find(ends.ended, other => ends.boundary.has(other));
        if (index !== -1) endAt(index);
      }
      if (opened.length >= DEEPEST) {
        if (!INLINE.has(name)) writer.line.space();
        tooDeep.set(name, (tooDeep.get(name) ?? 0) + 1);
        return;
      }
      const became = become(name, attributes);
      if (became !== null) opened.push({ name, became });
    },

    close(written) {
      const name = ALIASES.get(written) ?? written;
      const passedOver = tooDeep.get(name) ?? 0;
      if (passedOver > 0) {
        tooDeep.set(name, passedOver - 1);
        if (!INLINE.has(name)) writer.line.space();
        return;
      }
      if (name === 'br') return writer.breakLine();

      forgetEnded();
      const index = find(new Set([name]), other => CELLS.has(other) && !TABLE_PARTS.has(name));
      if (index !== -1) endAt(index);
      else if (BLOCKS.has(name) || WRAPPERS.has(name) || name === 'hr') writer.endParagraph();
      else if (APART.has(name)) writer.line.space();
    },

    text: text => writer.text(text),
  });
  end(0);
  return writer.finish();
}
