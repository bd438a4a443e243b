import { plainText } from '../markup/plain-text.js';

/** In characters of plain text. A description alone that is longer is the article, not its lede. */
const LONGEST_ALONE = 600;

/** Beside a body a longer one is the article once more, as many feeds have it. */
const LONGEST_BESIDE_BODY = 2000;

/** In characters of markup: what is longer has no short text in it, and takes time to find that out. */
const LONGEST_MARKUP = 100_000;

/**
 * Tells the lede from the body, given the short and the whole markup of an item, where it has them. Beside a body the
 * description is the lede. Alone it is the lede when it is short, and the body when it is long or has more to it than words.
 */
export function splitLede(
  description: string | null | undefined,
  body: string | null | undefined,
): { lede: string | null; bodyHtml: string | null } {
  const text = description && description.length <= LONGEST_MARKUP ? plainText(description) : '';
  const lede = text !== '' && text.length <= (body ? LONGEST_BESIDE_BODY : LONGEST_ALONE) ? text : null;
  if (body) return { lede, bodyHtml: body };

  const onlyWords = !/<[a-z]/i.test(description ?? '');
  return { lede, bodyHtml: description && !(lede !== null && onlyWords) ? description : null };
}
