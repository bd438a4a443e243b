import { nameIn } from '../content/name-in.js';
import type { Reference } from '../content/reference.js';
import type { Names } from '../content/topic.js';
import { writeXml, type XmlElement } from './write-xml.js';

/** What the groups of feeds are called. */
export interface OpmlTitles {
  topics: string;
  events: string;
  sources: string;
  languages: string;
}

/** OPML 2.0: a subscription list of every feed that has an address of its own, named in a language. */
export function writeOpml(
  { events, sources, languages, childrenOf }: Reference,
  { language, titles, publicUrl }: { language: string; titles: OpmlTitles; publicUrl: string },
): string {
  const feed = (name: string, feedPath: string, pagePath: string, below: XmlElement[] = []): XmlElement => ({
    '@text': name,
    '@title': name,
    '@type': 'rss',
    '@xmlUrl': publicUrl + feedPath,
    '@htmlUrl': publicUrl + pagePath,
    outline: below,
  });
  const subject = (path: string, { slug, names }: { slug: string; names: Names }, below?: XmlElement[]): XmlElement =>
    feed(nameIn(names, language) ?? slug, `${path}/${slug}/feed.rss`, `${path}/${slug}`, below);
  const topicsBelow = (parent: number | null): XmlElement[] =>
    (childrenOf.get(parent) ?? []).map(topic => subject('/topics', topic, topicsBelow(topic.id)));

  return writeXml({
    opml: {
      '@version': '2.0',
      head: { title: 'Nhịp Cầu', ownerId: `${publicUrl}/`, docs: 'https://opml.org/spec2.opml' },
      body: {
        outline: [
          feed('Nhịp Cầu', '/feeds.rss', '/'),
          { '@text': titles.topics, outline: topicsBelow(null) },
          { '@text': titles.events, outline: events.all.map(event => subject('/events', event)) },
          { '@text': titles.sources, outline: sources.all.map(source => subject('/sources', source)) },
          {
            '@text': titles.languages,
            outline: languages.map(tag => feed(ownName(tag), `/feeds.rss?lang=${tag}`, `/search?lang=${tag}`)),
          },
        ],
      },
    },
  });
}

/** A language by its own name. */
function ownName(tag: string): string {
  return new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
}
