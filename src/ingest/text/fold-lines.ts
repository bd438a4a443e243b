import { composeText } from './compose-text.js';
import { foldSpace } from './fold-space.js';

/** The lines of a text in NFC, white space folded in each, without empty lines and soft hyphens. */
export function foldLines(text: string): string {
  const composed = composeText(text).replaceAll('\u00ad', '');
  if (!composed.includes('\n')) return foldSpace(composed);
  return composed.split('\n').map(foldSpace).filter(Boolean).join('\n');
}
