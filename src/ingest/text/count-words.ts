import { characterClass, LETTER, MARK, UNSPACED } from '../../content/character-class.js';
import { cutText } from '../../content/cut-text.js';
import { hasUnspacedScript } from '../../content/unspaced-script.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What holds a word together between two letters. */
const JOINTS = new Set(["'", '’', '-'].map(joint => joint.charCodeAt(0)));

/** UTF-16 units of a text without spaces whose words are looked for one by one, from dictionaries: 0.4 ms for 1,000. */
const SAMPLE = 400;

/**
 * How many words a text has: runs of letters and digits. In scripts without spaces, where it is a matter of the dictionary anyway, as
 * many as Unicode splits off (UAX #29) at its beginning, and the rest at the same rate.
 */
export function countWords(text: string): number {
  if (!hasUnspacedScript(text)) return countRuns(text);
  if (text.length <= SAMPLE) return countSegments(text);
  return Math.round((countSegments(cutText(text, SAMPLE)) / SAMPLE) * text.length);
}

/** A regular expression did the same in ten times the time: 0.3 ms for 3,400 characters. */
function countRuns(text: string): number {
  let words = 0;
  let inside = false;

  for (let place = 0; place < text.length; place += 1) {
    const codePoint = text.codePointAt(place) ?? 0;
    if (codePoint > 0xff_ff) place += 1;
    const kind = characterClass(codePoint);
    const isLetter = kind === LETTER || kind === UNSPACED; // Korean has spaces, whatever searching makes of it.
    if (isLetter && !inside) words += 1;
    inside = isLetter || (inside && (kind === MARK || JOINTS.has(codePoint)));
  }
  return words;
}

function countSegments(text: string): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return words;
}
