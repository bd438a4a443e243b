/** What a character means to the splitting of text into words. */
export const SEPARATOR = 1;
/** A letter or digit of a script that writes spaces between its words. */
export const LETTER = 2;
/** A combining mark: belongs to whatever it stands on. */
export const MARK = 3;
/** A character of a script that writes no spaces between its words, or, as Korean, ties particles to them. */
export const UNSPACED = 4;
/** Takes no room and means nothing to a reader: zero width, direction, soft hyphen, fillers; the stroke that stretches Arabic words. */
export const INVISIBLE = 5;

// The scripts of Unicode's line breaking class SA, those of East Asia, and Javanese and Balinese, which use no spaces either.
const UNSPACED_SCRIPT =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Lana}\p{scx=Tale}\p{scx=Talu}\p{scx=Tavt}\p{scx=Ahom}\p{scx=Java}\p{scx=Bali}\p{scx=Yiii}]/u;

// Vowel signs that UAX #29 (table 2, SpacingMark) does not join to the letter before them.
const STANDS_ALONE =
  /[\u102B\u102C\u1038\u1062-\u1064\u1067-\u106D\u1083\u1087-\u108C\u108F\u109A-\u109C\u1A61\u1A63\u1A64\uAA7B\uAA7D]/;

// Letters by their Unicode category that writers use as apostrophes and primes: O\u02BCBrien is O'Brien.
const APOSTROPHE = /[\u02B9-\u02CF]/;

/** The classes of the characters of one UTF-16 unit that have been asked for; 0 for others, and always for halves of surrogate pairs. */
export const classOfUnit = new Uint8Array(0x1_0000);

/** The class of a character, by its code point. */
export function characterClass(codePoint: number): number {
  if (codePoint > 0xff_ff) return classify(codePoint);
  if (codePoint >= 0xd8_00 && codePoint <= 0xdf_ff) return SEPARATOR;

  return (classOfUnit[codePoint] ||= classify(codePoint));
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);

  if (/[\p{Default_Ignorable_Code_Point}\u{640}]/u.test(character)) return INVISIBLE;
  if (APOSTROPHE.test(character)) return SEPARATOR;
  if (STANDS_ALONE.test(character)) return UNSPACED;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{Nd}/u.test(character)) return LETTER;
  if (!/[\p{L}\p{N}]/u.test(character)) return SEPARATOR;
  return UNSPACED_SCRIPT.test(character) ? UNSPACED : LETTER;
}
