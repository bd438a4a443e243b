/** White space that is more than a space between words: most texts have none, and to write every space anew took four times as long. */
const FOLDABLE = /[^\S ]| {2}/;

/** The text with white space as single spaces between its words. */
export function foldSpace(text: string): string {
  return (FOLDABLE.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
