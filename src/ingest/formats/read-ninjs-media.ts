import { bestRendition } from './best-rendition.js';
import type { IncomingMedia } from '../incoming.js';
import { firstJsonLine } from './first-json-line.js';
import { jsonText } from './json-text.js';
import { mediaKind } from './media-kind.js';
import { namedListOf, type Members } from './members.js';
import { readNinjsAlternative, readNinjsHeadline, readNinjsLede } from './read-ninjs-text.js';
import { resolveLink } from '../markup/resolve-link.js';

const MOST = 50;
/** How deep associations of associations are looked into: a package has galleries, a gallery has pictures. */
const DEEPEST = 3;

/** What an item's type says about a rendition that has no MIME type. */
const MEDIA: ReadonlyMap<string, IncomingMedia['kind']> = new Map([
  ['picture', 'picture'],
  ['photo', 'picture'],
  ['image', 'picture'],
  ['graphic', 'picture'],
  ['video', 'video'],
  ['audio', 'audio'],
]);

const CREDITS = ['creditline', 'credit', 'by', 'byline', 'copyrightholder', 'copyrightnotice'];

/** The pictures, videos and recordings of an item: its own renditions and those of what is associated with it, each address once. */
export function readNinjsMedia(item: Members, baseUrl: string | null): IncomingMedia[] {
  const found = new Map<string, IncomingMedia>();
  collect(item, 0, found, baseUrl);
  return [...found.values()];
}

function collect(item: Members, depth: number, found: Map<string, IncomingMedia>, baseUrl: string | null): void {
  const media = mediaOf(item, baseUrl);
  if (media !== null && !found.has(media.url)) found.set(media.url, media);
  if (depth >= DEEPEST) return;

  for (const association of namedListOf(item.get('associations'))) {
    if (found.size >= MOST) return;
    collect(association, depth + 1, found, baseUrl);
  }
}

/** Of the renditions, which show the same thing, the largest of the item's own kind. */
function mediaOf(item: Members, baseUrl: string | null): IncomingMedia | null {
  const medium = MEDIA.get(jsonText(item.get('type'))?.toLowerCase() ?? '') ?? null;
  const renditions = [...namedListOf(item.get('renditions')), item].slice(0, 200);

  const readable = renditions.flatMap(rendition => {
    const media = readRendition(rendition, medium, baseUrl);
    return media === null ? [] : [{ media, name: jsonText(rendition.get('name')) ?? '' }];
  });
  const best = bestRendition(readable, medium);
  if (best === null) return null;

  const caption = medium === null ? null : (readNinjsLede(item) ?? (readNinjsHeadline(item) || null));
  return { ...best, alt: readNinjsAlternative(item), caption, credit: firstJsonLine(item, CREDITS, 300) };
}

/** One file, as yet without what the item says about it. */
function readRendition(rendition: Members, medium: string | null, baseUrl: string | null): IncomingMedia | null {
  const url = resolveLink(jsonText(rendition.get('href')), baseUrl);
  if (url === null) return null;

  const written = jsonText(rendition.get('mimetype')) ?? jsonText(rendition.get('contenttype'));
  const mimeType =
    /^[\w.+-]+\/[\w.+-]+/
      .exec(written ?? '')?.[0]
      .toLowerCase()
      .replace('/jpg', '/jpeg') ?? null;
  // A caption to download is text, whatever it is a caption of.
  const kind = mimeType?.startsWith('text/') ? null : mediaKind(url, mimeType, medium);
  if (kind === null) return null;

  const size = { width: whole(rendition.get('width'), 1, 100_000), height: whole(rendition.get('height'), 1, 100_000) };
  const durationSeconds = kind === 'picture' ? null : whole(rendition.get('duration'), 0, 1_000_000);
  return { kind, url, mimeType, ...size, durationSeconds, alt: null, caption: null, credit: null };
}

/** A number, also as text, rounded; null where it is none or out of bounds. */
function whole(value: unknown, least: number, most: number): number | null {
  const text = jsonText(value);
  const number = text === null ? Number.NaN : Math.round(Number(text));
  return number >= least && number <= most ? number : null;
}
