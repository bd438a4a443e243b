import { emptyArticle } from './empty-article.js';
import type { IncomingArticle } from '../incoming.js';
import { readFirstDate } from './read-first-date.js';
import type { XmlElement } from '../xml/xml-element.js';

/** An entry that its publisher took back (RFC 6721, section 3): an article of that id that is canceled. */
export function readTombstone(deleted: XmlElement, feed: { language: string | null }): IncomingArticle {
  const when = readFirstDate([deleted.attribute('when')]);

  return {
    ...emptyArticle(),
    identity: deleted.attribute('ref'),
    language: feed.language,
    updatedAt: when.date,
    status: 'canceled',
  };
}
