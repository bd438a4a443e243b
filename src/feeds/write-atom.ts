import type { Media } from '../content/media.js';
import { articleHtml } from '../lists/article-html.js';
import type { ListArchive, PublishedList, ListedArticle, WithdrawnItem } from '../lists/published-list.js';
import { mediaContent } from './media-content.js';
import { writeXml, type XmlElement } from './write-xml.js';

/** Atom (RFC 4287), with the pages and archives of RFC 5005, sections 3 and 4, what was withdrawn (RFC 6721), and pictures as MRSS has them. */
export function writeAtom(feed: PublishedList): string {
  const {
    id,
    title,
    description,
    language,
    homeUrl,
    selfUrl,
    firstUrl,
    nextUrl,
    updatedAt,
    items,
    withdrawn,
    archive,
  } = feed;
  const type = 'application/atom+xml';
  return writeXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      '@xmlns:fh': 'http://purl.org/syndication/history/1.0',
      '@xmlns:media': 'http://search.yahoo.com/mrss/',
      '@xml:lang': language,
      id,
      title,
      subtitle: description,
      updated: updatedAt.toISOString(),
      author: { name: 'Nhịp Cầu', uri: homeUrl },
      generator: { '@uri': homeUrl, '#': 'Nhịp Cầu' },
      link: [
        { '@rel': 'self', '@type': type, '@href': selfUrl },
        { '@rel': 'first', '@type': type, '@href': firstUrl },
        ...(nextUrl === null ? [] : [{ '@rel': 'next', '@type': type, '@href': nextUrl }]),
        ...(archive ? archiveLinks(archive, type) : []),
        { '@rel': 'alternate', '@type': 'text/html', '@href': homeUrl },
      ],
      ...(archive?.isArchive ? { 'fh:archive': {} } : {}),
      'at:deleted-entry': withdrawn.map(tombstone),
      entry: items.map(atomEntry),
    },
  });
}

function archiveLinks({ currentUrl, previousUrl }: ListArchive, type: string): XmlElement[] {
  const links = [
    ['current', currentUrl],
    ['prev-archive', previousUrl],
  ] as const;
  return links.flatMap(([relation, url]) => (url === null ? [] : { '@rel': relation, '@type': type, '@href': url }));
}

function tombstone({ id, withdrawnAt, note }: WithdrawnItem): XmlElement {
  return { '@ref': id, '@when': withdrawnAt.toISOString(), 'at:comment': note };
}

function atomEntry(item: ListedArticle): XmlElement {
  const { article, id, url, credit, source, topics, events, media } = item;
  return {
    '@xml:lang': article.language,
    id,
    title: article.headline,
    published: article.publishedAt.toISOString(),
    updated: article.updatedAt.toISOString(),
    author: (article.bylines.length > 0 ? article.bylines : [source.name]).map(name => ({ name })),
    link: [{ '@rel': 'alternate', '@hreflang': article.language, '@href': url }, ...media.map(enclosure)],
    category: [...topics, ...events].map(({ slug, name }) => ({ '@term': slug, '@label': name })),
    rights: credit,
    summary: article.lede,
    content: { '@type': 'html', '#': articleHtml(item) },
    'media:content': media.map(mediaContent),
  };
}

function enclosure({ url, mimeType, alt }: Media): XmlElement {
  return { '@rel': 'enclosure', '@type': mimeType, '@title': alt, '@href': url };
}
