import { asciiDigit } from './ascii-digit.js';

/**
 * A name as it is compared: without case, accents, punctuation and dashes, digits as 0–9, so that "Việt Nam–Lào" and "VIET NAM - LAO" are
 * one. The country's own name counts as one word however it is spaced: "Viet Nam" is "Vietnam".
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ')
    .replace(/\bviet nam\b/g, 'vietnam')
    .normalize('NFC')
    .trim();
}
