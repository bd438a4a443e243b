import { elementBase } from '../xml/element-base.js';
import { elementLanguage } from '../xml/element-language.js';
import { atomMarkup } from './atom-markup.js';
import type { IncomingFeed } from '../incoming.js';
import { itemsIn } from './items-in.js';
import type { ParseOptions } from './parse-options.js';
import { plainLine } from '../markup/plain-line.js';
import { readAtomEntry } from './read-atom-entry.js';
import { readBylines } from './read-bylines.js';
import { readLinks } from './read-links.js';
import { readTombstone } from './read-tombstone.js';
import { readXml } from '../xml/read-xml.js';
import { refuseTooManyItems } from './refuse-too-many-items.js';
import { resolveLink } from '../markup/resolve-link.js';
import { unreadableItem } from './unreadable-item.js';
import type { XmlElement } from '../xml/xml-element.js';

/**
 * Reads Atom 1.0 (RFC 4287) and 0.3 under any prefix, with the modules media, dc and thr passed by, and tombstones (RFC 6721) as
 * articles that are canceled. What is relative is relative to xml:base, else to where the feed was, else to the page it belongs to.
 * A file may also be one entry alone.
 * @throws Refusal PAYLOAD_TOO_LARGE beyond options.limits.
 */
export function parseAtom(text: string, { baseUrl, limits }: ParseOptions): IncomingFeed {
  const document = readXml(text, { home: 'atom', elements: limits.elements });
  const root = document.find('feed') ?? document;
  const items = itemsIn(root, 'entry', 'item', 'at:deleted-entry');
  refuseTooManyItems(items, limits.items);

  const start = baseUrl ?? readLinks(root, null).url ?? selfLink(root);
  const title = root.all('title', 'dc:title').find(found => atomMarkup(found) !== '');
  const language = elementLanguage(root, null) ?? root.textOf('dc:language', 'language');
  const next = root.all('link').find(link => link.attribute('rel')?.toLowerCase() === 'next');
  const feed = { baseUrl: start, language, bylines: readBylines(root) };

  return {
    format: 'atom',
    title: (title && plainLine(atomMarkup(title))) || null,
    language,
    items: items.map((item, index) => {
      if (item.cutOff) return unreadableItem(item, index);
      return item.word === 'at:deleted-entry' ? readTombstone(item, feed) : readAtomEntry(item, feed);
    }),
    nextUrl: resolveLink(next?.attribute('href'), elementBase(root, start)),
  };
}

function selfLink(root: XmlElement): string | null {
  return resolveLink(
    root
      .all('link')
      .find(link => link.attribute('rel') === 'self')
      ?.attribute('href'),
    null,
  );
}
