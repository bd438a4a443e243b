import { foldLines } from '../text/fold-lines.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { listOf, membersOf, type Members } from './members.js';
import { plainText } from '../markup/plain-text.js';
import { readNitf } from './read-nitf.js';
import { textAsHtml } from '../markup/text-as-html.js';

/** One way in which an item tells its headline, description or body. */
interface Telling {
  role: string;
  contentType: string;
  value: string;
}

const LEDES = [
  'summary',
  'lede',
  'lead',
  'standfirst',
  'abstract',
  'teaser',
  'intro',
  'text',
  'main',
  'caption',
  '',
  'plain',
  'usable',
  'richtext',
  'html',
  'xhtml',
];
/** Descriptions that are about the item and not of it. */
const NOT_LEDES = /writer|author|credit|note|keyword|alt|internal/;

const HTML = /html|richtext/;
const NITF = /nitf/;
/** What only markup has. */
const TAGS = /<(p|br|div|h[1-6]|ul|ol|section|article|body|html|blockquote|a|b|i|em|strong|figure|table)\b[^<>]*>/i;

/** The headline: of several the one whose role is "main", else the first. Its title, which is metadata, where there is none. */
export function readNinjsHeadline(item: Members): string {
  const tellings = readTellings(item, 'headline', 'headlines');
  const main = tellings.find(({ role }) => role === 'main') ?? tellings[0];
  return jsonLine(main?.value) || jsonLine(item.get('title'));
}

/** The description that a reader may see, as plain text; null for none. */
export function readNinjsLede(item: Members): string | null {
  const tellings = readTellings(item, 'description', 'descriptions').filter(({ role }) => !NOT_LEDES.test(role));
  const name = LEDES.find(lede => tellings.some(({ role }) => role === lede));
  const best = tellings.find(({ role }) => role === name) ?? tellings[0];
  if (best === undefined) return null;
  return (isMarkup(best) ? plainText(best.value) : foldLines(best.value)) || null;
}

/** The description meant for who cannot see a picture. */
export function readNinjsAlternative(item: Members): string | null {
  const tellings = readTellings(item, 'description', 'descriptions');
  return (
    jsonLine(item.get('alttext') ?? item.get('alt') ?? tellings.find(({ role }) => role.startsWith('alt'))?.value) ||
    null
  );
}

/** Whether it has a body, however told. */
export function hasNinjsBody(item: Members): boolean {
  return readTellings(item, 'body', 'bodies').length > 0;
}

/** The body as HTML: of several the richest, XHTML and HTML before NITF before text; null for none. */
export function readNinjsBody(item: Members): string | null {
  const tellings = readTellings(item, 'body', 'bodies');
  const html = tellings.find(({ role, contentType }) => HTML.test(contentType || role));
  const nitf = tellings.find(({ role, contentType }) => NITF.test(contentType) || NITF.test(role));
  const text = tellings[0];

  if (html) return html.value;
  if (nitf) return readNitf(nitf.value);
  if (text) return isMarkup(text) ? text.value : textAsHtml(text.value);
  return null;
}

/**
 * ninjs 1 has "body_text" and "body_xhtml"; 2 and 3 have "bodies" with role, contentType and value. Both may be there, and more:
 * "body" alone, texts instead of objects, objects by role.
 */
function readTellings(item: Members, singular: string, plural: string): Telling[] {
  const tellings: Telling[] = [];
  const add = (role: string, contentType: string, value: unknown): void => {
    const text = jsonText(value);
    if (text !== null) tellings.push({ role: role.toLowerCase(), contentType: contentType.toLowerCase(), value: text });
  };

  for (const telling of listOf(item.get(plural))) {
    const members = membersOf(telling);
    if (typeof telling === 'string') add('', '', telling);
    else if (members.has('value')) {
      add(jsonText(members.get('role')) ?? '', jsonText(members.get('contenttype')) ?? '', members.get('value'));
    } else for (const [role, value] of members) add(role, '', value);
  }
  add('', '', item.get(singular));
  const prefix = `${singular}_`;
  for (const [name, value] of item) {
    if (name.startsWith(prefix)) add(name.slice(prefix.length), '', value);
  }
  return tellings;
}

function isMarkup({ contentType, role, value }: Telling): boolean {
  if (HTML.test(contentType || role)) return true;
  return !contentType.startsWith('text/plain') && TAGS.test(value);
}
