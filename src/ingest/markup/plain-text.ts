import { composeText } from '../text/compose-text.js';
import { ALIASES, APART, BLOCKS, WRAPPERS } from './html-elements.js';
import { readMarkup } from './read-markup.js';

const CELLS = new Set(['td', 'th']);

/**
 * The visible words of markup, as a reader would copy them: entities resolved, a line for each block and each br, other
 * white space folded, table cells set apart by a space, soft hyphens gone, NFC. Empty when there are none.
 * Not html-to-text: it upper-cases headings and prints the addresses of links unless each is switched off, needs quadratic
 * time on nested elements, and gives up inside what is nested more deeply than its limit.
 */
export function plainText(html: string): string {
  let written = '';

  function separate(name: string): void {
    const element = ALIASES.get(name) ?? name;
    if (CELLS.has(element) || APART.has(element)) written += ' ';
    else if (BLOCKS.has(element) || WRAPPERS.has(element) || element === 'hr' || element === 'br') written += '\n';
  }

  readMarkup(html, {
    open: separate,
    close: separate,
    // Line ends in the source are white space like any other; only elements break lines.
    text: text => (written += text.replaceAll('\n', ' ')),
  });
  return foldLines(written);
}

/** Folds white space inside each line, and drops empty lines and soft hyphens. */
function foldLines(text: string): string {
  return composeText(text)
    .replaceAll('\u00ad', '')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n');
}
