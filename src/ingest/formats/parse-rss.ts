import { elementBase } from '../xml/element-base.js';
import { elementLanguage } from '../xml/element-language.js';
import type { IncomingFeed } from '../incoming.js';
import { itemsIn } from './items-in.js';
import type { ParseOptions } from './parse-options.js';
import { plainLine } from '../markup/plain-line.js';
import { readRssItem } from './read-rss-item.js';
import { readXml } from '../xml/read-xml.js';
import { refuseTooManyItems } from './refuse-too-many-items.js';
import { resolveLink } from '../markup/resolve-link.js';
import { unreadableItem } from './unreadable-item.js';

/**
 * Reads RSS 0.9x, 1.0 (RDF) and 2.0, with the modules content, dc, dcterms, media, atom and itunes. Items are found beside the
 * channel as well as in it. What is relative is relative to xml:base, else to the channel's link, else to where the feed was.
 * @throws Refusal PAYLOAD_TOO_LARGE beyond options.limits.
 */
export function parseRss(text: string, { baseUrl, limits }: ParseOptions): IncomingFeed {
  const document = readXml(text, { home: 'rss', elements: limits.elements });
  const root = document.find('rss', 'rdf:rdf', 'rdf', 'channel') ?? document;
  const channel = root.name === 'channel' ? root : (root.all('channel')[0] ?? root);
  const items = itemsIn(root, 'item');
  refuseTooManyItems(items, limits.items);

  const siteUrl = resolveLink(channel.textOf('link'), elementBase(channel, baseUrl));
  const language = channel.textOf('language', 'dc:language') ?? elementLanguage(channel, null);
  const feed = { baseUrl: siteUrl ?? baseUrl, siteUrl, language: language === null ? null : plainLine(language) };
  const next = channel.all('atom:link', 'link').find(link => link.attribute('rel')?.toLowerCase() === 'next');

  return {
    format: 'rss',
    title: plainLine(channel.textOf('title', 'dc:title') ?? '') || null,
    language: feed.language,
    items: items.map((item, index) => (item.cutOff ? unreadableItem(item, index) : readRssItem(item, feed))),
    nextUrl: resolveLink(next?.attribute('href'), elementBase(channel, baseUrl)),
  };
}
