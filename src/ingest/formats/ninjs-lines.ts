import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { readNinjsItem } from './read-ninjs-item.js';

/** In bytes: 4 Mi. The longest report with all its renditions has a twentieth of that. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * Reads a stream of ninjs items, one a line (NDJSON), holding one line at a time; null stands for a line that is too long.
 * Empty lines are passed over; a line that is no item is told by its number and loses no other.
 */
export async function* ninjsItems(
  lines: AsyncIterable<string | null>,
): AsyncGenerator<IncomingArticle | UnreadableItem> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const label = `line ${number}`;

    if (line === null) {
      yield {
        label,
        reason: `The line is longer than ${LONGEST_LINE} bytes. Send one item a line, without the pictures themselves.`,
      };
      continue;
    }
    const json = line.replace(/^\ufeff/, '');
    if (json.trim() !== '') yield readLine(json, label);
  }
}

function readLine(json: string, label: string): IncomingArticle | UnreadableItem {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {
      label,
      reason: 'The line is not well-formed JSON. Send each item as one JSON object on a line of its own.',
    };
  }
  return readNinjsItem(value, label, null);
}
