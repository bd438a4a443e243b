/** Enough to see the script, and little enough to cost nothing. In characters. */
const LOOKED_AT = 4000;
const FEWEST_LETTERS = 20;

/** Scripts that one language of news is written in. Not here: Latin, Cyrillic, Arabic, Devanagari and Han, which many share. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Tamil}/gu, 'ta'],
];

/** Every sentence of Japanese has kana among its Han; no other language has. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const KANA_SHARE = 0.1;

/** Letters of Vietnamese and, together, of no other language: about a fifth of the letters of a text. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;
const VIETNAMESE_SHARE = 0.08;

/** The language that a plain text is in, where its letters alone give it away; null when unsure. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, LOOKED_AT).normalize('NFC');
  const letters = count(sample, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) return null;

  const share = (pattern: RegExp): number => count(sample, pattern) / letters;
  const script = SCRIPTS.find(([pattern]) => share(pattern) > 0.6);
  if (script) return script[1];
  if (share(KANA) > KANA_SHARE && share(/\p{Script=Latin}/gu) < 0.5) return 'ja';
  return share(VIETNAMESE) > VIETNAMESE_SHARE ? 'vi' : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
