/** The types that have an identity, and the letters that stand for them in their ids. */
const LETTERS = { Article: 'art', Story: 'sto', Topic: 'top', Event: 'eve', Source: 'src', Media: 'med' } as const;

export type NodeType = keyof typeof LETTERS;

const TYPES = new Map<string, NodeType>(Object.entries(LETTERS).map(([type, letters]) => [letters, type as NodeType]));

/** An id as partners see it, such as "art_2s7": the type's letters, the key in base 36, and two check digits. */
export function globalId(type: NodeType, key: number): string {
  const body = `${LETTERS[type]}_${key.toString(36)}`;
  return body + checkDigits(body);
}

/** What an id means; null for anything that globalId never made, a mistyped id among them. */
export function readGlobalId(id: string): { type: NodeType; key: number } | null {
  const [, letters = '', digits = ''] = /^([a-z]{3})_([0-9a-z]{1,11})[0-9]{2}$/.exec(id) ?? [];
  const type = TYPES.get(letters);
  const key = Number.parseInt(digits, 36);
  if (!type || !Number.isSafeInteger(key) || globalId(type, key) !== id) return null;
  return { type, key };
}

const [DIGIT_0, UNDERSCORE, LETTER_A] = [48, 95, 97];

/**
 * The remainder by 97 in base 36, which tells every single wrong character and every swap of two neighbours. (ISO 7064
 * MOD 97-10 writes a letter as two digits, and so takes some letters for some digits.)
 */
function checkDigits(body: string): string {
  let remainder = 0;
  for (let place = 0; place < body.length; place += 1) {
    const code = body.charCodeAt(place);
    if (code !== UNDERSCORE) remainder = (remainder * 36 + code - (code < LETTER_A ? DIGIT_0 : LETTER_A - 10)) % 97;
  }
  return remainder < 10 ? `0${remainder}` : String(remainder);
}
