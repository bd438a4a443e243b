import { elementBase } from '../xml/element-base.js';
import { emptyArticle } from './empty-article.js';
import type { IncomingArticle } from '../incoming.js';
import { plainLine } from '../markup/plain-line.js';
import { readBylines } from './read-bylines.js';
import { readFirstDate } from './read-first-date.js';
import { readLinks } from './read-links.js';
import { readMedia } from './read-media.js';
import { readRestriction } from './read-restriction.js';
import { readSubjects } from './read-subjects.js';
import { resolveLink } from '../markup/resolve-link.js';
import { rssMarkup } from './rss-markup.js';
import { splitLede } from './split-lede.js';
import { textLanguage } from '../text/text-language.js';
import type { XmlElement } from '../xml/xml-element.js';
import { withTerms } from './with-terms.js';

/** Where the whole article may be, the best first; the description is the lede beside any of them. */
const BODIES = ['content:encoded', 'xhtml:body', 'xhtml:div', 'atom:content', 'content', 'fullitem', 'body'];
const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title'];
const DESCRIPTIONS = [
  'description',
  'atom:summary',
  'summary',
  'dc:description',
  'itunes:summary',
  'media:description',
];
const PUBLISHED = ['pubdate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'atom:published', 'date', 'published'];
const UPDATED = ['atom:updated', 'dcterms:modified', 'updated'];

/** What an item takes from its feed where it says nothing itself. */
interface AroundItem {
  baseUrl: string | null;
  /** The page of the feed as a whole: items that lead there, as those of some podcasts do, are not known apart by it. */
  siteUrl: string | null;
  language: string | null;
}

/** One item of RSS as an article. What the item does not say is taken from the feed. */
export function readRssItem(item: XmlElement, feed: AroundItem): IncomingArticle {
  const baseUrl = elementBase(item, feed.baseUrl);
  const title = firstWithMarkup(item, TITLES);
  const description = firstWithMarkup(item, DESCRIPTIONS);
  const body = firstWithMarkup(item, BODIES);
  const links = readLinks(item, baseUrl);
  const linkIdentity = links.url !== null && links.url === feed.siteUrl ? null : links.identity;
  const published = readFirstDate(item.all(...PUBLISHED).map(date => date.text));
  const updated = readFirstDate(item.all(...UPDATED).map(date => date.text));
  const terms = plainLine(item.textOf('dc:rights', 'dcterms:rights') ?? '');

  return {
    ...emptyArticle(),
    identity:
      item.textOf('guid') ?? item.attribute('rdf:about') ?? item.textOf('atom:id', 'dc:identifier') ?? linkIdentity,
    language: textLanguage(item, [title, body, description]) ?? feed.language,
    headline: title === null ? '' : plainLine(rssMarkup(title)),
    ...splitLede(description && rssMarkup(description), body && rssMarkup(body)),
    url: links.url ?? permalink(item),
    baseUrl: elementBase(body ?? description ?? item, feed.baseUrl),
    bylines: readBylines(item),
    publishedAt: published.date ?? updated.date,
    updatedAt: updated.date,
    unreadableDate:
      published.date === null && updated.date === null ? (published.unreadable ?? updated.unreadable) : null,
    credit: plainLine(item.textOf('source', 'dc:publisher', 'dc:source') ?? '') || null,
    subjects: readSubjects(item),
    media: readMedia(item, baseUrl),
    ...withTerms(terms, readRestriction(item)),
  };
}

function firstWithMarkup(item: XmlElement, names: string[]): XmlElement | null {
  return item.all(...names).find(found => rssMarkup(found) !== '') ?? null;
}

/** A guid is also the address of the item unless it says that it is not (RSS 2.0, guid). */
function permalink(item: XmlElement): string | null {
  const guid = item.all('guid')[0];
  return guid === undefined || guid.attribute('ispermalink') === 'false' ? null : resolveLink(guid.text, null);
}
