import { Refusal } from '../../refusal.js';
import { FORMATS } from '../incoming.js';
import { isObject } from './json-members.js';
import { readJson } from './read-json.js';
import { rootElement } from '../xml/root-element.js';

/** What else is found behind the address of a feed, by its first bytes. */
const SIGNATURES: [string, string][] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive'],
  ['\x1f\x8b', 'compressed with gzip'],
  ['ID3', 'an MP3 file'],
];

const RIGHT = `Right would be a feed in one of the formats ${FORMATS.join(', ')}.`;

/**
 * Says why a file that is in no format of ours cannot be read: what it looks like, and what would be right.
 * @throws Refusal UNREADABLE_FEED always; PAYLOAD_TOO_LARGE where it is JSON with too much in it.
 */
export function refuseUnreadable(bytes: Uint8Array, text: string, values: number): never {
  throw new Refusal('UNREADABLE_FEED', `${describe(bytes, text, values)} ${RIGHT}`);
}

function describe(bytes: Uint8Array, text: string, values: number): string {
  const first = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const signature = SIGNATURES.find(([start]) => first.startsWith(start));
  if (signature) return `This is ${signature[1]}.`;
  if (text.trim() === '') return 'This is empty.';
  if (/^\s*[[{]/.test(text)) return describeJson(readJson(text, values));

  const root = rootElement(text);
  if (root === null)
    return text.includes('<') ? 'This is XML without a root element.' : 'This is text without any markup.';
  if (root.toLowerCase() === 'html')
    return 'This is an HTML page. The address of its feed is in its <link rel="alternate">.';
  return `This is XML, but its root element is ${root.slice(0, 100)}.`;
}

function describeJson(value: unknown): string {
  if (!isObject(value)) return 'This is JSON, but not a list of items.';
  const names = Object.keys(value)
    .slice(0, 10)
    .map(name => JSON.stringify(name.slice(0, 40)));
  return `This is a JSON object with ${names.length === 0 ? 'nothing in it' : `the members ${names.join(', ')}`}.`;
}
