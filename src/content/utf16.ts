import { characterClass, SEPARATOR } from './character-class.js';

/** The class of the character that begins at a UTF-16 unit of a text; a separator beyond the end. */
export function classAt(text: string, at: number): number {
  if (at >= text.length) return SEPARATOR;

  const unit = text.charCodeAt(at);
  return characterClass(isHighSurrogate(unit) ? (text.codePointAt(at) ?? unit) : unit);
}

/** How many UTF-16 units the character takes that begins here. */
export function widthAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc_00) === 0xd8_00;
}
