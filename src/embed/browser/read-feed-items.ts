import { webAddress, type EmbedArticle, type EmbedFeed } from '../embed-article.js';

/** As much of our JSON Feed as an embed shows. Anybody may stand behind the address: every field is checked. */
export function readFeedItems(body: unknown, most: number): EmbedFeed {
  const object = (value: unknown): Record<string, unknown> =>
    typeof value === 'object' && value !== null ? { ...value } : {};
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const size = (value: unknown): number | null => (typeof value === 'number' ? value : null);

  const feed = object(body);
  const articles = list(feed['items']).map((each): EmbedArticle => {
    const item = object(each);
    const ours = object(item['_nhip_cau']);
    const picture = list(ours['media'])
      .map(object)
      .find(({ kind }) => kind === 'picture');
    const address = webAddress(picture?.['url']);
    return {
      id: text(item['id']),
      headline: text(item['title']),
      url: webAddress(item['url']),
      language: text(item['language']),
      publishedAt: text(item['date_published']),
      lede: text(item['summary']),
      credit: text(ours['credit']),
      picture:
        picture && address
          ? {
              url: address,
              alt: text(picture['alt']),
              credit: text(picture['credit']),
              width: size(picture['width']),
              height: size(picture['height']),
            }
          : null,
    };
  });
  return {
    title: text(feed['title']),
    homeUrl: webAddress(feed['home_page_url']),
    articles: articles.slice(0, most),
  };
}
