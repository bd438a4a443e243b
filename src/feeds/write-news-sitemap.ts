import type { ListedArticle } from '../lists/published-list.js';
import { writeXml, type XmlElement } from './write-xml.js';

/** Chinese is told apart by place here, and every other language has its ISO 639 code alone. */
const CHINESE: Record<string, string> = { 'zh-Hans': 'zh-cn', 'zh-CN': 'zh-cn', 'zh-Hant': 'zh-tw', 'zh-TW': 'zh-tw' };

/** A sitemap (sitemaps.org 0.9) with Google's news extension 0.9, of articles of the last two days. */
export function writeNewsSitemap(items: ListedArticle[]): string {
  return writeXml({
    urlset: {
      '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      url: items.map(newsUrl),
    },
  });
}

function newsUrl({ article, pageUrl, source }: ListedArticle): XmlElement {
  const { language, headline, publishedAt } = article;
  return {
    loc: pageUrl,
    'news:news': {
      'news:publication': {
        'news:name': source.name,
        'news:language': CHINESE[language] ?? language.split('-', 1)[0]!,
      },
      'news:publication_date': publishedAt.toISOString(),
      'news:title': headline,
    },
  };
}
