import type { IncomingMedia } from '../incoming.js';
import { mediaKind } from './media-kind.js';
import { plainLine } from '../markup/plain-line.js';
import { resolveLink } from '../markup/resolve-link.js';
import type { XmlElement } from '../xml/xml-element.js';

/** More pictures than any story has; a feed with more is listing something else. */
const MOST = 50;

/**
 * The media of an item: Media RSS (content, group, thumbnail, credit, copyright), RSS enclosures, Atom's enclosure links and
 * iTunes pictures, each address once. Of a group, which holds the same thing in several sizes, one of each kind; thumbnails
 * only where there is no picture otherwise. Only http and https.
 */
export function readMedia(item: XmlElement, baseUrl: string | null): IncomingMedia[] {
  const found = new Map<string, IncomingMedia>();
  const add = (media: IncomingMedia | null) => media !== null && !found.has(media.url) && found.set(media.url, media);

  const groups = item.all('media:group').slice(0, MOST);
  const contents = item.all('media:content').slice(0, MOST);
  for (const content of contents) add(readFile(content, [content, item], baseUrl));
  for (const group of groups) oneOfEach(group, item, baseUrl).forEach(add);
  for (const enclosure of item.all('enclosure').slice(0, MOST)) add(readFile(enclosure, [enclosure, item], baseUrl));
  for (const link of item.all('link', 'atom:link').slice(0, MOST)) {
    if (link.attribute('rel')?.toLowerCase() === 'enclosure') add(readFile(link, [link, item], baseUrl));
  }
  if (![...found.values()].some(({ kind }) => kind === 'picture')) {
    const holders = [item, ...contents, ...groups];
    const thumbnails = holders.flatMap(holder => holder.all('media:thumbnail', 'itunes:image', 'image').slice(0, MOST));
    add(thumbnails.map(thumbnail => readPicture(thumbnail, item, baseUrl)).find(picture => picture !== null) ?? null);
  }
  return [...found.values()].slice(0, MOST);
}

function oneOfEach(group: XmlElement, item: XmlElement, baseUrl: string | null): IncomingMedia[] {
  const best = new Map<string, { media: IncomingMedia; rank: number }>();
  for (const content of group.all('media:content').slice(0, MOST)) {
    const media = readFile(content, [content, group, item], baseUrl);
    const rank = content.attribute('isdefault') === 'true' ? Infinity : (media?.width ?? 0);
    if (media !== null && rank > (best.get(media.kind)?.rank ?? -1)) best.set(media.kind, { media, rank });
  }
  return [...best.values()].map(({ media }) => media);
}

/** What is said of a file stands in its own element, in the group around it, or in the item: the nearest counts. */
function readFile(file: XmlElement, around: XmlElement[], baseUrl: string | null): IncomingMedia | null {
  const url = resolveLink(file.attribute('url') ?? file.attribute('href'), baseUrl);
  const mimeType = /^[\w.+-]+\/[\w.+-]+/.exec(file.attribute('type') ?? '')?.[0].toLowerCase() ?? null;
  const kind = url === null ? null : mediaKind(url, mimeType, file.attribute('medium'));
  if (url === null || kind === null) return null;

  const said = (...names: string[]) => nearest(around, names);
  return {
    kind,
    url,
    mimeType,
    width: pixels(file.attribute('width')),
    height: pixels(file.attribute('height')),
    durationSeconds: kind === 'picture' ? null : seconds(file.attribute('duration') ?? said('itunes:duration')),
    alt: nearest(around.slice(0, -1), ['media:title']),
    caption: said('media:description', 'media:text'),
    credit: said('media:credit', 'media:copyright'),
  };
}

function readPicture(picture: XmlElement, item: XmlElement, baseUrl: string | null): IncomingMedia | null {
  const address = picture.attribute('url') ?? picture.attribute('href') ?? picture.textOf('url') ?? picture.text;
  const url = resolveLink(address, baseUrl);
  if (url === null) return null;

  const size = { width: pixels(picture.attribute('width')), height: pixels(picture.attribute('height')) };
  const credit = nearest([item], ['media:credit', 'media:copyright']);
  return { kind: 'picture', url, mimeType: null, ...size, durationSeconds: null, alt: null, caption: null, credit };
}

function nearest(around: XmlElement[], names: string[]): string | null {
  for (const element of around) {
    const text = plainLine(element.textOf(...names) ?? '');
    if (text !== '') return text;
  }
  return null;
}

function pixels(text: string | null): number | null {
  const number = /^(\d{1,5})(\.\d+)?(px)?$/.exec(text ?? '');
  return number && Number(number[1]) > 0 ? Number(number[1]) : null;
}

/** Seconds from '75', '75.3' or '1:15', '0:01:15'. */
function seconds(text: string | null): number | null {
  if (text === null || !/^(\d{1,6}:){0,2}\d{1,6}(\.\d+)?$/.test(text)) return null;
  return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
}
