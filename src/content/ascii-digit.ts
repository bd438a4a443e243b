/** A decimal digit of any script as 0–9 (each script has its ten in one row); anything else as it is. */
export function asciiDigit(character: string): string {
  if (character < '\u0660' || !/\p{Nd}/u.test(character)) return character;

  const codePoint = character.codePointAt(0) ?? 0;
  let zero = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(codePoint - zero);
}
