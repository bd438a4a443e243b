import type { IncomingArticle } from '../incoming.js';
import { jsonText } from './json-text.js';
import type { Members } from './members.js';
import { readFirstDate } from './read-first-date.js';

/**
 * An item has no date of publication. When its first version was made comes nearest; for text, then when the content was, which
 * for a picture may be long ago; and when there was only one version, then.
 */
export function readNinjsDates(
  item: Members,
  type: string,
): Pick<IncomingArticle, 'publishedAt' | 'updatedAt' | 'unreadableDate' | 'expiresAt'> {
  const texts = (...names: string[]): (string | null)[] => names.map(name => jsonText(item.get(name)));
  const isText = ['', 'text', 'composite', 'component'].includes(type);
  const first = texts(
    'firstpublished',
    'published',
    'firstcreated',
    ...(isText ? ['contentcreated', 'versioncreated'] : ['versioncreated', 'contentcreated']),
  );
  const published = readFirstDate(first);
  const updated = readFirstDate(texts('versioncreated', 'contentmodified'));

  return {
    publishedAt: published.date,
    updatedAt: updated.date,
    unreadableDate: published.date === null ? published.unreadable : updated.unreadable,
    expiresAt: readFirstDate(texts('expires')).date,
  };
}
