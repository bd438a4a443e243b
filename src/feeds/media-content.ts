import { type Media, MediaKind } from '../content/media.js';
import type { XmlElement } from './write-xml.js';

const MEDIUM = { [MediaKind.PICTURE]: 'image', [MediaKind.VIDEO]: 'video', [MediaKind.AUDIO]: 'audio' };

/** A medium as Media RSS 1.5.1 has it, in RSS and Atom alike. */
export function mediaContent(media: Media): XmlElement {
  const { url, mimeType, kind, width, height, durationSeconds, alt, caption, credit } = media;
  return {
    '@url': url,
    '@type': mimeType,
    '@medium': MEDIUM[kind],
    '@width': width,
    '@height': height,
    '@duration': durationSeconds,
    'media:title': alt === null ? null : { '@type': 'plain', '#': alt },
    'media:description': caption === null ? null : { '@type': 'plain', '#': caption },
    'media:credit': credit,
  };
}
