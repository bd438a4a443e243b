import { foldLines } from '../text/fold-lines.js';
import { SEPARATORS } from './html-elements.js';

/** Every "<" begins a tag that the next ">" ends: in values cleaning escapes both. */
const TAG = /<\/?([a-z\d]+)[^<>]*>/g;

/** All the entities that cleaning writes in text. */
const ENTITY = /&(?:amp|lt|gt|#x338);/g;
const MEANT: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x338;': '\u0338' };

/** plainText of what cleanHtml gives, and of nothing else, so that it need not be parsed again: that took ten times as long. */
export function textOfCleanHtml(html: string): string {
  const text = html.replaceAll('\n', ' ').replace(TAG, (_, name: string) => SEPARATORS.get(name) ?? '');
  return foldLines(text.replace(ENTITY, entity => MEANT[entity] ?? entity));
}
