const UNSPACED =
  /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Thai}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether some of a text is in a script that puts no spaces between its words. */
export function hasUnspacedScript(text: string): boolean {
  return UNSPACED.test(text);
}
