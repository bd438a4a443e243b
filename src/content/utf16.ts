import { characterClass, classOfUnit, LETTER, MARK, SEPARATOR, UNSPACED } from './character-class.js';

/** The UTF-16 units of a text, and a zero after the last. Read from here, an article takes two thirds of the time that charCodeAt takes. */
export function unitsOf(text: string): Uint16Array {
  const bytes = Buffer.alloc(text.length * 2 + 2);
  bytes.write(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length + 1);
}

/** The class of the character that begins at a unit. The second half of a surrogate pair belongs to the first, as a mark does. */
export function classAt(units: Uint16Array, at: number): number {
  return classOfUnit[units[at]!] || classify(units, at);
}

function classify(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  if (!isHigh(unit) && !isLow(unit)) return characterClass(unit);

  const first = isHigh(unit) ? at : at - 1;
  const [high = 0, low = 0] = units.subarray(Math.max(first, 0), first + 2);
  if (!isHigh(high) || !isLow(low)) return SEPARATOR;

  const found = characterClass(((high & 0x3_ff) << 10) + (low & 0x3_ff) + 0x1_00_00);
  return first === at || (found !== LETTER && found !== UNSPACED) ? found : MARK;
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc_00) === 0xd8_00;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc_00) === 0xdc_00;
}
