import { foldLines } from '../text/fold-lines.js';
import { ALIASES, SEPARATORS } from './html-elements.js';
import { readMarkup } from './read-markup.js';

/**
 * The visible words of markup, as a reader would copy them: entities resolved, a line for each block and each br, other
 * white space folded, table cells set apart by a space, soft hyphens gone, NFC. Empty when there are none.
 * Not html-to-text: it upper-cases headings and prints the addresses of links unless each is switched off, needs quadratic
 * time on nested elements, and gives up inside what is nested more deeply than its limit.
 */
export function plainText(html: string): string {
  let written = '';

  function separate(name: string): void {
    written += SEPARATORS.get(ALIASES.get(name) ?? name) ?? '';
  }

  readMarkup(html, {
    open: separate,
    close: separate,
    // Line ends in the source are white space like any other; only elements break lines.
    text: text => (written += text.replaceAll('\n', ' ')),
  });
  return foldLines(written);
}
