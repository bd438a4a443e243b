import type { PublishedList, ListedArticle } from '../lists/published-list.js';
import { articleHtml } from '../lists/article-html.js';
import { MediaKind } from '../content/media.js';

/** JSON Feed 1.1; what it has no word for stands in `_nhip_cau`. */
export function writeJsonFeed(feed: PublishedList): string {
  const { title, description, language, homeUrl, selfUrl, nextUrl, items } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: homeUrl,
    feed_url: selfUrl,
    ...(nextUrl === null ? {} : { next_url: nextUrl }),
    ...(language === null ? {} : { language }),
    items: items.map(jsonItem),
  });
}

function jsonItem(item: ListedArticle): Record<string, unknown> {
  const { article, articleId, id, url, html, credit, source, topics, events, media } = item;
  const picture = media.find(({ kind }) => kind === MediaKind.PICTURE);
  const { bylines } = article;
  return {
    id,
    url,
    title: article.headline,
    content_html: articleHtml(item),
    ...(article.lede === null ? {} : { summary: article.lede }),
    ...(picture === undefined ? {} : { image: picture.url }),
    date_published: article.publishedAt.toISOString(),
    date_modified: article.updatedAt.toISOString(),
    ...(bylines.length > 0 ? { authors: bylines.map(name => ({ name })) } : {}),
    tags: [...topics, ...events].map(({ name }) => name),
    language: article.language,
    // A media type is asked for: what we do not know the type of is only among _nhip_cau's.
    attachments: media.flatMap(({ url: address, mimeType, durationSeconds, caption }) =>
      mimeType === null
        ? []
        : [
            {
              url: address,
              mime_type: mimeType,
              ...(caption === null ? {} : { title: caption }),
              ...(durationSeconds === null ? {} : { duration_in_seconds: durationSeconds }),
            },
          ],
    ),
    _nhip_cau: {
      article: articleId,
      version: article.version,
      credit,
      source,
      topics,
      events,
      countries: article.countries,
      is_whole: html !== null,
      media,
    },
  };
}
