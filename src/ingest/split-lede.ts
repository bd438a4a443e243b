import { plainText } from './plain-text.js';

/** In characters of plain text. A description alone that is longer is the article, not its lede. */
const LONGEST_LEDE = 600;

/**
 * Tells the lede from the body, given the short and the whole markup of an item, where it has them. Beside a body the
 * description is the lede. Alone it is the lede when it is short, and the body when it is long or has more to it than words.
 */
export function splitLede(
  description: string | null | undefined,
  body: string | null | undefined,
): { lede: string | null; bodyHtml: string | null } {
  const text = plainText(description ?? '');
  if (body) return { lede: text || null, bodyHtml: body };

  const short = text.length <= LONGEST_LEDE;
  const onlyWords = !/<[a-z]/i.test(description ?? '');
  return { lede: (short && text) || null, bodyHtml: description && !(short && onlyWords) ? description : null };
}
