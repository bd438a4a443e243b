import { hasUnspacedScript } from '../../content/unspaced-script.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many words a text has: runs of letters and digits; in scripts without spaces, as Unicode splits them (UAX #29). */
export function countWords(text: string): number {
  if (!hasUnspacedScript(text))
    return text.match(/[\p{L}\p{N}\p{M}'’-]*[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;

  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
