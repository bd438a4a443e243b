import { composeText } from './compose-text.js';
import { foldSpace } from './fold-space.js';

/** The lines of a text in NFC, white space folded in each, without empty lines and soft hyphens. */
export function foldLines(text: string): string {
  return composeText(text).replaceAll('\u00ad', '').split('\n').map(foldSpace).filter(Boolean).join('\n');
}
