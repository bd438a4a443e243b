import { MediaKind, type Media } from '../content/media.js';
import type { PublishedList, ListedArticle } from '../lists/published-list.js';

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
};

const TYPES = { [MediaKind.PICTURE]: 'picture', [MediaKind.VIDEO]: 'video', [MediaKind.AUDIO]: 'audio' };

/** IPTC ninjs 3.1: the items of a feed, as one JSON array. */
export function writeNinjs({ items }: Pick<PublishedList, 'items'>): string {
  return JSON.stringify(items.map(ninjsItem));
}

/** IPTC ninjs 3.1: an item that was withdrawn, by which whoever has kept it knows to take it down, with what to tell readers. */
export function writeCanceled({
  uri,
  withdrawnAt,
  note,
}: {
  uri: string;
  withdrawnAt: Date;
  note: string | null;
}): string {
  return JSON.stringify([
    {
      standard: STANDARD,
      uri,
      type: 'text',
      representationType: 'partial',
      versionCreated: withdrawnAt.toISOString(),
      pubStatus: 'canceled',
      ...(note === null ? {} : { edNote: note }),
    },
  ]);
}

function ninjsItem(item: ListedArticle): Record<string, unknown> {
  const { article, id, url, html, text, credit, source, topics, events, media } = item;
  const { bylines, countries, lede } = article;
  return {
    standard: STANDARD,
    uri: id,
    type: 'text',
    representationType: html === null ? 'partial' : 'full',
    version: String(article.version),
    firstCreated: article.publishedAt.toISOString(),
    versionCreated: article.updatedAt.toISOString(),
    contentCreated: article.publishedAt.toISOString(),
    pubStatus: 'usable',
    ...(article.urgency === null ? {} : { urgency: article.urgency }),
    ...(article.expiresAt instanceof Date ? { expires: article.expiresAt.toISOString() } : {}),
    language: article.language,
    altIds: [{ role: 'canonical', value: url }],
    ...(bylines.length > 0 ? { by: bylines.join(', ') } : {}),
    infoSources: [
      { name: source.name, role: 'publisher', ...(source.homepage === null ? {} : { uri: source.homepage }) },
    ],
    copyrightHolder: credit,
    subjects: topics.map(({ slug, name }) => ({ name, literal: slug })),
    events: events.map(({ slug, name }) => ({ name, literal: slug })),
    places: countries.map(code => ({ name: code, literal: `iso3166-1a2:${code}` })),
    headlines: [telling('main', 'text/plain', article.headline)],
    descriptions: lede === null ? [] : [telling('summary', 'text/plain', lede)],
    bodies: [
      ...(html === null ? [] : [telling('main', 'text/html', html)]),
      ...(text === null ? [] : [telling('plain', 'text/plain', text)]),
    ],
    associations: media.map((medium, place) => association(medium, `${id}#${place + 1}`)),
  };
}

function telling(role: string, contentType: string, value: string): Record<string, string> {
  return { role, contentType, value };
}

function association(medium: Media, uri: string): Record<string, unknown> {
  const { kind, url, mimeType, width, height, durationSeconds, alt, caption, credit } = medium;
  return {
    name: uri.slice(uri.lastIndexOf('#') + 1),
    uri,
    type: TYPES[kind],
    ...(caption === null ? {} : { headlines: [telling('main', 'text/plain', caption)] }),
    descriptions: [
      ...(caption === null ? [] : [telling('caption', 'text/plain', caption)]),
      ...(alt === null ? [] : [telling('alternative', 'text/plain', alt)]),
    ],
    ...(credit === null ? {} : { by: credit }),
    renditions: [
      {
        name: 'original',
        href: url,
        ...(mimeType === null ? {} : { contentType: mimeType }),
        ...(width === null ? {} : { width }),
        ...(height === null ? {} : { height }),
        ...(durationSeconds === null ? {} : { duration: durationSeconds }),
      },
    ],
  };
}
