import { emptyArticle } from './empty-article.js';
import type { IncomingArticle, IncomingMedia, IncomingSubject } from '../incoming.js';
import { isObject, type JsonObject } from './json-members.js';
import { jsonText } from './json-text.js';
import { mediaKind } from './media-kind.js';
import { plainLine } from '../markup/plain-line.js';
import { plainText } from '../markup/plain-text.js';
import { readFirstDate } from './read-first-date.js';
import { readJsonFeedAuthors } from './read-json-feed-authors.js';
import { resolveLink } from '../markup/resolve-link.js';
import { textAsHtml } from '../markup/text-as-html.js';

const MOST_SUBJECTS = 100;
const MOST_MEDIA = 50;

/** What an item takes from its feed where it says nothing itself. */
interface AroundItem {
  baseUrl: string | null;
  language: string | null;
  bylines: string[];
}

/** One item of a JSON Feed as an article (jsonfeed.org/version/1.1, "items"). */
export function readJsonFeedItem(item: JsonObject, feed: AroundItem): IncomingArticle {
  const url = resolveLink(jsonText(item.url), feed.baseUrl) ?? resolveLink(jsonText(item.external_url), feed.baseUrl);
  const text = jsonText(item.content_text);
  const published = readFirstDate([jsonText(item.date_published)]);
  const updated = readFirstDate([jsonText(item.date_modified)]);
  const bylines = readJsonFeedAuthors(item);

  return {
    ...emptyArticle(),
    identity: jsonText(item.id) ?? url,
    language: jsonText(item.language) ?? feed.language,
    headline: plainLine(jsonText(item.title) ?? ''),
    lede: plainText(jsonText(item.summary) ?? '') || null,
    bodyHtml: jsonText(item.content_html) ?? (text === null ? null : textAsHtml(text)),
    url,
    baseUrl: url ?? feed.baseUrl,
    bylines: bylines.length > 0 ? bylines : feed.bylines,
    publishedAt: published.date ?? updated.date,
    updatedAt: updated.date,
    unreadableDate:
      published.date === null && updated.date === null ? (published.unreadable ?? updated.unreadable) : null,
    subjects: subjectsOf(item.tags),
    media: mediaOf(item, feed.baseUrl),
  };
}

function subjectsOf(tags: unknown): IncomingSubject[] {
  const named: unknown[] = Array.isArray(tags) ? tags.slice(0, MOST_SUBJECTS) : [];
  const names = named.map(tag => plainLine(jsonText(tag) ?? '')).filter(name => name !== '');
  return [...new Set(names)].map(name => ({ code: null, name, kind: null }));
}

/** The item's picture, its banner, and its attachments, each address once. */
function mediaOf(item: JsonObject, baseUrl: string | null): IncomingMedia[] {
  const attachments: unknown[] = Array.isArray(item.attachments) ? item.attachments : [];
  const pictures: JsonObject[] = [item.image, item.banner_image].map(url => ({ url, mime_type: 'image/*' }));
  const found = new Map<string, IncomingMedia>();

  for (const file of [...pictures, ...attachments.filter(isObject).slice(0, MOST_MEDIA)]) {
    const media = fileOf(file, baseUrl);
    if (media !== null && !found.has(media.url)) found.set(media.url, media);
  }
  return [...found.values()];
}

function fileOf(file: JsonObject, baseUrl: string | null): IncomingMedia | null {
  const url = resolveLink(jsonText(file.url), baseUrl);
  const mimeType = jsonText(file.mime_type);
  const kind = url === null ? null : mediaKind(url, mimeType, null);
  if (url === null || kind === null) return null;

  return {
    kind,
    url,
    mimeType: mimeType?.endsWith('/*') ? null : mimeType,
    width: null,
    height: null,
    durationSeconds: typeof file.duration_in_seconds === 'number' ? Math.round(file.duration_in_seconds) : null,
    alt: null,
    caption: plainLine(jsonText(file.title) ?? '') || null,
    credit: null,
  };
}
