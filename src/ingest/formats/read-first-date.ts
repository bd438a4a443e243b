import { readDate } from './read-date.js';

/**
 * The first date that can be read, in the order given; and where none can be, the text of the first that is there.
 * Both null where there is no date at all.
 */
export function readFirstDate(texts: readonly (string | null)[]): { date: Date | null; unreadable: string | null } {
  const written = texts.filter(text => text !== null && text.trim() !== '');
  for (const text of written) {
    const date = readDate(text ?? '');
    if (date !== null) return { date, unreadable: null };
  }
  return { date: null, unreadable: written[0]?.trim().slice(0, 200) ?? null };
}
