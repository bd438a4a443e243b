import type { IncomingMedia } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { mediaKind } from './media-kind.js';
import { listOf, membersOf, type Members } from './members.js';
import { plainText } from '../markup/plain-text.js';
import { resolveLink } from '../markup/resolve-link.js';

/** The featured picture of a post, or what else is featured, which comes with it when it is asked for with _embed. */
export function readWordpressMedia(post: Members, baseUrl: string | null): IncomingMedia[] {
  const featured = listOf(membersOf(post.get('_embedded')).get('wp:featuredmedia')).slice(0, 10);
  return featured.flatMap(value => {
    const media = readFeatured(membersOf(value), baseUrl);
    return media === null ? [] : [media];
  });
}

function readFeatured(media: Members, baseUrl: string | null): IncomingMedia | null {
  const url = resolveLink(jsonText(media.get('source_url')), baseUrl);
  const mimeType = /^[\w.+-]+\/[\w.+-]+$/.exec(jsonText(media.get('mime_type')) ?? '')?.[0].toLowerCase() ?? null;
  const kind =
    url === null ? null : mediaKind(url, mimeType, jsonText(media.get('media_type')) === 'image' ? 'image' : null);
  if (url === null || kind === null) return null;

  const details = membersOf(media.get('media_details'));
  const caption = plainText(jsonText(membersOf(media.get('caption')).get('rendered')) ?? '').slice(0, 2000) || null;
  return {
    kind,
    url,
    mimeType,
    width: whole(details.get('width')),
    height: whole(details.get('height')),
    durationSeconds: kind === 'picture' ? null : whole(details.get('length')),
    alt: jsonLine(media.get('alt_text')).slice(0, 1000) || null,
    caption,
    credit: jsonLine(membersOf(details.get('image_meta')).get('credit')).slice(0, 300) || null,
  };
}

function whole(value: unknown): number | null {
  const number = Math.round(Number(jsonText(value) ?? Number.NaN));
  return number > 0 && number < 1_000_000 ? number : null;
}
