import { atomMarkup } from './atom-markup.js';
import { elementBase } from '../xml/element-base.js';
import { emptyArticle } from './empty-article.js';
import type { IncomingArticle } from '../incoming.js';
import { plainLine } from '../markup/plain-line.js';
import { readBylines } from './read-bylines.js';
import { readFirstDate } from './read-first-date.js';
import { readLinks } from './read-links.js';
import { readMedia } from './read-media.js';
import { readSubjects } from './read-subjects.js';
import { resolveLink } from '../markup/resolve-link.js';
import { splitLede } from './split-lede.js';
import { textLanguage } from '../text/text-language.js';
import type { XmlElement } from '../xml/xml-element.js';

const TITLES = ['title', 'dc:title', 'media:title'];
const SUMMARIES = ['summary', 'description', 'media:description'];
const BODIES = ['content', 'content:encoded', 'xhtml:body', 'xhtml:div'];
const PUBLISHED = ['published', 'issued', 'created', 'dc:date', 'dcterms:issued', 'pubdate'];
const UPDATED = ['updated', 'modified', 'dcterms:modified'];

/** What an entry takes from its feed where it says nothing itself. */
interface AroundEntry {
  baseUrl: string | null;
  language: string | null;
  bylines: string[];
}

/** One entry of Atom as an article. */
export function readAtomEntry(entry: XmlElement, feed: AroundEntry): IncomingArticle {
  const baseUrl = elementBase(entry, feed.baseUrl);
  const title = firstWithMarkup(entry, TITLES);
  const summary = firstWithMarkup(entry, SUMMARIES);
  const body = firstWithMarkup(entry, BODIES);
  const links = readLinks(entry, baseUrl);
  const source = entry.all('source')[0];
  const published = readFirstDate(entry.all(...PUBLISHED).map(date => date.text));
  const updated = readFirstDate(entry.all(...UPDATED).map(date => date.text));
  const bylines = [entry, ...(source ? [source] : [])].map(readBylines).find(names => names.length > 0) ?? feed.bylines;

  return {
    ...emptyArticle(),
    identity: entry.textOf('id', 'guid') ?? links.identity,
    language: textLanguage(entry, [title, body, summary]) ?? feed.language,
    headline: title === null ? '' : plainLine(atomMarkup(title)),
    ...splitLede(summary && atomMarkup(summary), body && atomMarkup(body)),
    url: links.url ?? outOfLine(entry, baseUrl),
    baseUrl: elementBase(body ?? summary ?? entry, feed.baseUrl),
    bylines,
    publishedAt: published.date ?? updated.date,
    updatedAt: updated.date,
    unreadableDate:
      published.date === null && updated.date === null ? (published.unreadable ?? updated.unreadable) : null,
    credit: plainLine(source?.textOf('title') ?? '') || null,
    subjects: readSubjects(entry),
    media: readMedia(entry, baseUrl),
    // RFC 5023, section 13.1.1: a draft is not for readers yet.
    status: entry.find('app:draft')?.text.trim().toLowerCase() === 'yes' ? 'withheld' : 'usable',
  };
}

function firstWithMarkup(entry: XmlElement, names: string[]): XmlElement | null {
  return entry.all(...names).find(found => atomMarkup(found) !== '') ?? null;
}

/** Content may be elsewhere (RFC 4287, section 4.1.3.2): where that is a page, it is where the entry leads. */
function outOfLine(entry: XmlElement, baseUrl: string | null): string | null {
  const content = entry.all('content').find(found => found.attribute('type')?.includes('html'));
  return resolveLink(content?.attribute('src'), baseUrl);
}
