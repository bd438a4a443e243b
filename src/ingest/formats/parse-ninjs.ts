import type { IncomingFeed } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { languageTag } from '../text/language-tag.js';
import { membersOf, namedListOf } from './members.js';
import { readNinjsItem } from './read-ninjs-item.js';
import { hasNinjsBody } from './read-ninjs-text.js';
import { resolveLink } from '../markup/resolve-link.js';

/** What agencies put around their items. */
const WRAPPERS = ['items', 'ninjs', 'item', 'newsitems', 'articles', 'data', 'results', 'documents', 'content'];
/** What an item has and a wrapper has not. */
const ITEM_MEMBERS = [
  'uri',
  'headline',
  'headlines',
  'bodies',
  'body_text',
  'body_html',
  'body_xhtml',
  'pubstatus',
  'versioncreated',
];
const DEEPEST_WRAPPER = 4;

/**
 * Reads IPTC ninjs 1.x, 2.x and 3.x: an item, a list of items, or either in a wrapper. Names in any case, lists and objects in each other's
 * place. A package without a text of its own counts as the texts it holds.
 * Nothing in the value makes it fail. Relative addresses of pictures start from baseUrl, where the file was found.
 */
export function parseNinjs(value: unknown, baseUrl: string | null = null): IncomingFeed {
  const around = membersOf(value);
  const isItem = ITEM_MEMBERS.some(name => around.has(name));
  const values = unwrapped(value, DEEPEST_WRAPPER).flatMap(item => textsOfPackage(item));

  return {
    format: 'ninjs',
    title: isItem ? null : jsonLine(around.get('title')) || null,
    language: isItem ? null : languageTag(jsonText(around.get('language'))),
    items: values.map((item, index) => readNinjsItem(item, `item ${index + 1}`, baseUrl)),
    nextUrl: isItem ? null : resolveLink(jsonText(around.get('next_url')) ?? jsonText(around.get('next_page')), null),
  };
}

function unwrapped(value: unknown, deepest: number): unknown[] {
  if (deepest > 0 && Array.isArray(value)) return value.flatMap(item => unwrapped(item, deepest - 1));

  const members = membersOf(value);
  const wrapper = ITEM_MEMBERS.some(name => members.has(name))
    ? undefined
    : WRAPPERS.find(name => isNested(members.get(name)));
  return deepest > 0 && wrapper !== undefined ? unwrapped(members.get(wrapper), deepest - 1) : [value];
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The whole texts inside a package that has none itself; else the item. */
function textsOfPackage(value: unknown): unknown[] {
  const item = membersOf(value);
  if (jsonText(item.get('type'))?.toLowerCase() !== 'composite' || hasNinjsBody(item)) return [value];

  const texts = namedListOf(item.get('associations')).filter(
    text => jsonText(text.get('type')) === 'text' && hasNinjsBody(text),
  );
  return texts.length > 0 ? texts.map(text => Object.fromEntries(text)) : [value];
}
