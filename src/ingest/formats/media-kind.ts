import type { IncomingMedia } from '../incoming.js';

type Kind = IncomingMedia['kind'];

const NAMES: Record<string, Kind> = {
  image: 'picture',
  picture: 'picture',
  photo: 'picture',
  video: 'video',
  audio: 'audio',
};

const EXTENSIONS: [RegExp, Kind][] = [
  [/\.(jpe?g|png|gif|webp|avif|heic|bmp|tiff?|svg)$/, 'picture'],
  [/\.(mp4|m4v|webm|mov|mpe?g|avi|wmv|flv|3gp|ogv|m3u8)$/, 'video'],
  [/\.(mp3|m4a|aac|ogg|oga|opus|wav|flac|wma)$/, 'audio'],
];

/**
 * What a media file is, by its MIME type, else by what the feed calls it ('image', 'video', 'audio'), else by how its address
 * ends; null for anything else, such as an archive or a page with a player.
 */
export function mediaKind(url: string, mimeType: string | null, medium: string | null): Kind | null {
  const family = mimeType?.toLowerCase().split('/')[0]?.trim() ?? '';
  if (Object.hasOwn(NAMES, family)) return NAMES[family]!;

  const called = medium?.toLowerCase() ?? '';
  if (called !== '') return Object.hasOwn(NAMES, called) ? NAMES[called]! : null;
  if (family !== '' && !/octet-stream|binary/.test(mimeType!)) return null;

  const path = new URL(url).pathname.toLowerCase();
  return EXTENSIONS.find(([extension]) => extension.test(path))?.[1] ?? null;
}
