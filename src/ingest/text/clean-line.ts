import { cutText } from '../../content/cut-text.js';
import { composeText } from './compose-text.js';
import { foldSpace } from './fold-space.js';
import { printableText } from './printable-text.js';

/** Text of a source on one line, of at most so many characters; null where nothing is left. */
export function cleanLine(text: string | null, most: number): string | null {
  return cutText(foldSpace(composeText(printableText(text ?? ''))), most) || null;
}
