import { MediaKind } from '../content/media.js';
import { scriptJson } from '../content/escape-html.js';
import type { ListedArticle } from '../lists/published-list.js';

/** schema.org's NewsArticle, for search engines: JSON-LD 1.1 for the inside of a script. */
export function newsArticle({ article, url, source, credit, media, topics, events, html }: ListedArticle): string {
  return scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.lede ?? undefined,
    inLanguage: article.language,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    author: article.bylines.map(name => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: source.name, url: source.homepage ?? undefined },
    creditText: credit,
    mainEntityOfPage: url,
    isAccessibleForFree: html !== null,
    image: media.filter(({ kind }) => kind === MediaKind.PICTURE).map(({ url: address }) => address),
    about: [...topics, ...events].map(({ name }) => ({ '@type': 'Thing', name })),
  });
}
