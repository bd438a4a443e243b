import { readDate } from './read-date.js';

interface Embargo {
  embargoedUntil: Date | 'forever' | null;
  note: string | null;
}

/**
 * Until when an item is held back, by the text of its embargo; undefined where the item has none. An embargo without a date, as an empty
 * element of NewsML-G2, has no end; nor has one whose date cannot be read, for to guess would be to break it.
 */
export function readEmbargo(text: string | null | undefined): Embargo {
  if (text === undefined) return { embargoedUntil: null, note: null };
  if (text === null || text.trim() === '') {
    return {
      embargoedUntil: 'forever',
      note: 'Its embargo has no date: it is held back until it comes without the embargo.',
    };
  }
  const date = readDate(text);
  if (date !== null) return { embargoedUntil: date, note: null };

  const note = `Its embargo "${text.trim().slice(0, 50)}" is no date that can be read: it is held back until it has one.`;
  return { embargoedUntil: 'forever', note };
}
