import { plainText } from './plain-text.js';

/** The visible words of markup on one line: a headline, a name. */
export function plainLine(html: string): string {
  return plainText(html).replaceAll('\n', ' ');
}
