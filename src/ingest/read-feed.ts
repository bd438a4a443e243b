import { Refusal } from '../refusal.js';
import { charsetParameter } from './text/charset-parameter.js';
import { decodeText } from './text/decode-text.js';
import { detectFormat } from './formats/detect-format.js';
import { FEED_LIMITS, type FeedLimits } from './formats/feed-limits.js';
import type { Format, IncomingFeed } from './incoming.js';
import { parseAtom } from './formats/parse-atom.js';
import { parseJsonFeed } from './formats/parse-json-feed.js';
import { parseNewsmlG2 } from './formats/parse-newsml-g2.js';
import { parseNinjs } from './formats/parse-ninjs.js';
import type { ParseOptions } from './formats/parse-options.js';
import { parseRss } from './formats/parse-rss.js';
import { parseWordpress } from './formats/parse-wordpress.js';
import { readJson } from './formats/read-json.js';
import { refuseTooManyItems } from './formats/refuse-too-many-items.js';
import { refuseUnreadable } from './formats/refuse-unreadable.js';

export interface ReadFeedOptions {
  /** Content-Type of the answer: its charset counts, its type does not. */
  contentType?: string | null;
  /** What the source is said to be; 'auto' or nothing for whatever it is. */
  format?: Format | 'auto';
  /** Where the feed was found; absolute. */
  baseUrl?: string | null;
  /** BCP 47, for items where neither they nor the feed say theirs. */
  language?: string | null;
  limits?: Partial<FeedLimits>;
}

const JSON_FORMATS: readonly Format[] = ['json-feed', 'ninjs', 'wordpress'];

/**
 * Reads one file or answer of a source, in any of our formats and any encoding. One outcome per item; see IncomingFeed.
 * @throws Refusal UNREADABLE_FEED where it is none of the formats, or not the one it is said to be; PAYLOAD_TOO_LARGE beyond
 * a limit. Each says what was found and what would be right.
 */
export function readFeed(bytes: Uint8Array, options: ReadFeedOptions = {}): IncomingFeed & { encoding: string } {
  const limits = { ...FEED_LIMITS, ...options.limits };
  refuseTooManyBytes(bytes, limits.bytes);

  const { text, encoding } = decodeText(bytes, charsetParameter(options.contentType));
  const found = detectFormat(text) ?? refuseUnreadable(bytes, text, limits.elements);
  const feed = parse(text, agreedFormat(found, options.format ?? 'auto'), { baseUrl: options.baseUrl ?? null, limits });
  refuseTooManyItems(feed.items, limits.items);

  const language = options.language ?? null;
  const items = feed.items.map(item => ('reason' in item ? item : { ...item, language: item.language ?? language }));
  return { ...feed, items, encoding };
}

function parse(text: string, format: Format, options: ParseOptions): IncomingFeed {
  switch (format) {
    case 'rss':
      return parseRss(text, options);
    case 'atom':
      return parseAtom(text, options);
    case 'newsml-g2':
      return parseNewsmlG2(text);
    case 'json-feed':
    case 'ninjs':
    case 'wordpress':
      return parseJson(readJson(text, options.limits.elements), format, options);
    default:
      return format satisfies never;
  }
}

function parseJson(value: unknown, format: 'json-feed' | 'ninjs' | 'wordpress', options: ParseOptions): IncomingFeed {
  if (format === 'json-feed') return parseJsonFeed(value, options);
  return format === 'ninjs' ? parseNinjs(value, options.baseUrl) : parseWordpress(value);
}

/** Among the formats made of JSON what the source is said to be counts: a few of their items could be either. */
function agreedFormat(found: Format, said: Format | 'auto'): Format {
  if (said === 'auto' || said === found) return found;
  if (JSON_FORMATS.includes(said) && JSON_FORMATS.includes(found)) return said;
  throw new Refusal(
    'UNREADABLE_FEED',
    `The source is said to be ${said}, but this is ${found}. Set its format to ${found} or auto.`,
  );
}

function refuseTooManyBytes(bytes: Uint8Array, most: number): void {
  if (bytes.length <= most) return;
  throw new Refusal(
    'PAYLOAD_TOO_LARGE',
    `The feed has more than ${most} bytes, the most that is read. Split it into smaller files, or send ninjs, one item a line.`,
  );
}
