import { printableText } from '../text/printable-text.js';

/** A text of JSON as one that can be stored, a number as text; null for what is neither, or empty. */
export function jsonText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? printableText(value).trim() || null : null;
}
