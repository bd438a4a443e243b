import { FEED_LIMITS } from './feed-limits.js';
import type { Format } from '../incoming.js';
import { isObject, type JsonObject } from './json-members.js';
import { readJson } from './read-json.js';
import { rootElement } from '../xml/root-element.js';

const ROOTS: Record<string, Format> = {
  rss: 'rss',
  rdf: 'rss',
  channel: 'rss',
  feed: 'atom',
  entry: 'atom',
  newsitem: 'newsml-g2',
  newsmessage: 'newsml-g2',
  packageitem: 'newsml-g2',
  conceptitem: 'newsml-g2',
  knowledgeitem: 'newsml-g2',
  planningitem: 'newsml-g2',
  catalogitem: 'newsml-g2',
  catalog: 'newsml-g2',
  groupset: 'newsml-g2',
};

/** What ninjs items have, in the spellings of its versions 1 to 3 and lower case; besides a uri, one of these is there. */
const NINJS = [
  'type',
  'profile',
  'standard',
  'versioncreated',
  'pubstatus',
  'representationtype',
  'renditions',
  'bodies',
  'headlines',
];

/** Agencies wrap their items: {"data": {"items": [ … ]}}. */
const DEEPEST = 3;
const FIRST_MEMBERS = 20;

/**
 * Which format a text is in, by what it says and not by what it is called; null for none that we read.
 * A list of ninjs items or of WordPress posts counts as one item does.
 */
export function detectFormat(text: string): Format | null {
  if (!/^\s*[[{]/.test(text)) {
    const root = rootElement(text)?.toLowerCase() ?? '';
    return Object.hasOwn(ROOTS, root) ? ROOTS[root]! : null;
  }
  try {
    return jsonFormat(readJson(text, FEED_LIMITS.elements));
  } catch {
    // Why it is not JSON is told when it is read.
    return null;
  }
}

function jsonFormat(value: unknown): Format | null {
  if (Array.isArray(value) && value.length === 0) return 'wordpress';
  if (isObject(value) && typeof value.version === 'string' && value.version.includes('jsonfeed.org'))
    return 'json-feed';

  return nestedFormat(value, DEEPEST) ?? (isObject(value) && Array.isArray(value.items) ? 'json-feed' : null);
}

/** The format of an item, or of the first items of lists and wrappers around them. */
function nestedFormat(value: unknown, deepest: number): Format | null {
  if (isObject(value) && itemFormat(value) !== null) return itemFormat(value);
  if (deepest === 0 || typeof value !== 'object' || value === null) return null;

  for (const member of Object.values(value).slice(0, FIRST_MEMBERS)) {
    const format = nestedFormat(member, deepest - 1);
    if (format !== null) return format;
  }
  return null;
}

function itemFormat(item: JsonObject): Format | null {
  if (['title', 'content', 'guid', 'excerpt'].some(name => isObject(item[name]) && 'rendered' in item[name]))
    return 'wordpress';

  const names = Object.keys(item).map(name => name.toLowerCase());
  const isNinjs = typeof item.uri === 'string' && names.some(name => NINJS.includes(name) || name.startsWith('body'));
  return isNinjs ? 'ninjs' : null;
}
