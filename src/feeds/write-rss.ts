import { escapeHtml } from '../content/escape-html.js';
import { articleHtml } from '../lists/article-html.js';
import type { PublishedList, ListedArticle } from '../lists/published-list.js';
import { mediaContent } from './media-content.js';
import { writeXml, type XmlElement } from './write-xml.js';

const NAMESPACES = {
  '@xmlns:atom': 'http://www.w3.org/2005/Atom',
  '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  '@xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** Minutes for which a reader may keep what it has read. */
const MINUTES = 5;

/** RSS 2.0.11, with the modules content, dc and media (MRSS 1.5.1) and Atom's links as the RSS Board's best practices give them. */
export function writeRss(feed: PublishedList): string {
  const { title, description, language, homeUrl, selfUrl, nextUrl, updatedAt, items } = feed;
  const links = [{ rel: 'self', href: selfUrl }, ...(nextUrl === null ? [] : [{ rel: 'next', href: nextUrl }])];
  return writeXml({
    rss: {
      '@version': '2.0',
      ...NAMESPACES,
      channel: {
        title,
        link: homeUrl,
        description,
        language,
        lastBuildDate: items.length > 0 ? updatedAt.toUTCString() : null,
        generator: 'Nhịp Cầu',
        docs: 'https://www.rssboard.org/rss-specification',
        ttl: MINUTES,
        'atom:link': links.map(({ rel, href }) => ({ '@rel': rel, '@href': href, '@type': 'application/rss+xml' })),
        item: items.map(rssItem),
      },
    },
  });
}

function rssItem(item: ListedArticle): XmlElement {
  const { article, id, url, credit, source, topics, events, html, media } = item;
  return {
    title: article.headline,
    link: url,
    // HTML, as readers take it: a lede is text.
    description: html === null ? articleHtml(item) : escapeHtml(article.lede ?? ''),
    'content:encoded': html === null ? null : articleHtml(item),
    guid: { '@isPermaLink': 'false', '#': id },
    pubDate: article.publishedAt.toUTCString(),
    'dc:creator': article.bylines,
    'dc:language': article.language,
    'dc:rights': credit,
    category: [...topics, ...events].map(({ name }) => name),
    source: source.homepage === null ? null : { '@url': source.homepage, '#': source.name },
    'media:content': media.map(mediaContent),
  };
}
