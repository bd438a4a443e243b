import { VIETNAMESE } from './vietnamese-documentation.js';
import type { PageLanguage } from './words.js';

/** A chapter of the documentation: what it is about, and addresses, parameters or queries with what they are for. */
export interface Chapter {
  heading: string;
  text: string;
  rows: [code: string, meaning: string][];
}

export interface Documentation {
  title: string;
  lead: string;
  chapters: Chapter[];
}

const WORDS: Record<PageLanguage, Documentation> = {
  en: {
    title: 'Documentation',
    lead: 'One selection of articles, said in one way, serves feeds, embeds, searches and queries alike.',
    chapters: [
      {
        heading: 'Which articles',
        text: 'These stand in the address of a feed, a frame, a search and the builder; in the widget they are attributes. Of several with commas between, one is enough; of different ones, all must hold.',
        rows: [
          ['topic, event, source', 'names for links, such as asean or vietnam-laos-2022; a topic takes all below it'],
          ['lang, country', 'such as lo or vi,en (BCP 47); LA or VN (ISO 3166-1), for what articles are about'],
          ['q', 'words, "a phrase", -without; accents left out match any'],
          [
            'from, to, on, last, tz',
            'days or moments; P7D for the last seven days; days are those of the time zone tz',
          ],
          ['limit', 'how many, up to 100'],
        ],
      },
      {
        heading: 'Feeds',
        text: 'Every topic, event and source has a feed in each format, and so has every selection.',
        rows: [
          ['/topics/asean/feed.rss', 'a topic; also .atom, .json (JSON Feed), .ninjs'],
          ['/feeds.rss?event=vietnam-laos-2022&lang=lo', 'an event, in Lao'],
          ['texts=false', 'ledes in place of texts'],
          [
            'archive=2022-07',
            'in Atom: what was published in a month, day or hour; prev-archive leads to the one before',
          ],
          ['/feeds.opml', 'all of them, for readers that take a list'],
          ['ETag, If-None-Match', 'ask once a minute: what has not changed is answered with 304'],
        ],
      },
      {
        heading: 'On a site',
        text: 'The builder writes all of these.',
        rows: [
          ['<nhip-cau-feed>', 'a widget of /embed.js: layout (list, cards, ticker), theme (auto, light, dark)'],
          [
            '/embed?…',
            'a frame for pages that allow no script; takes accent (%23a31f26) too, and sites (embassy.example,*.gov.example): the only ones that may show the frame of this address',
          ],
          ['/oembed?url=…', 'for WordPress and others that embed by address'],
        ],
      },
      {
        heading: 'GraphQL',
        text: 'POST to /graphql. The explorer holds the whole schema with its descriptions, and examples.',
        rows: [
          ['articles(filter: …, first: 20)', 'lists with cursors, counts and facets'],
          ['changes(after: …)', 'a mirror: everything, then each change once and in order'],
          ['Authorization: Bearer …', 'the key of a partner; without one you have what is open to everybody'],
          ['extensions.cost', 'what a query costs in points, and what is left of your quota'],
        ],
      },
      {
        heading: 'What takes time',
        text: 'As measured with a million articles on a machine with two cores, where other work went on; bench/RESULTS.md in the source has the figures, with other servers beside ours.',
        rows: [
          [
            'articles(first: 20)',
            'a page takes about a millisecond of work, however deep it is; asked again, it comes from memory while nothing has changed',
          ],
          [
            'filter.text',
            'a tenth to a third of a second; a rare phrase of common words some seconds. RELEVANCE ranks the newest 2,000 that fit',
          ],
          [
            'totalCount',
            'exact, so every article of the list is looked at: over a second for half a million. Ask once, not with every page',
          ],
          [
            'facets',
            'of the newest 50,000 articles of a list, up to two seconds; their field articles says how many were counted',
          ],
          [
            'QUERY_TIMEOUT',
            'what takes longer than the gateway allows is refused: narrow the filter, or ask for less at once',
          ],
        ],
      },
    ],
  },
  vi: VIETNAMESE,
};

export function documentationIn(language: PageLanguage): Documentation {
  return WORDS[language];
}
