import type { UnreadableItem } from '../incoming.js';
import { plainLine } from '../markup/plain-line.js';
import type { XmlElement } from '../xml/xml-element.js';

/** What is told of an item in whose middle the file ends: taking half of it would show readers half a story. */
export function unreadableItem(item: XmlElement, index: number): UnreadableItem {
  const label = item.textOf('guid', 'id', 'title', 'link') ?? '';

  return {
    label: plainLine(label).slice(0, 200) || `item ${index + 1}`,
    reason: 'The file ends in the middle of this item. Fetch or send the whole file.',
  };
}
