import { MediaKind } from '../content/media.js';
import type { ListedArticle } from '../lists/published-list.js';
import { webAddress, type EmbedArticle } from './embed-article.js';

/** An article of a list as an embed shows it. */
export function listedEmbedArticle({ article, id, url, credit, media }: ListedArticle): EmbedArticle {
  const picture = media.find(({ kind }) => kind === MediaKind.PICTURE);
  const address = webAddress(picture?.url);
  return {
    id,
    headline: article.headline,
    url: webAddress(url),
    language: article.language,
    publishedAt: article.publishedAt.toISOString(),
    lede: article.lede ?? '',
    credit,
    picture:
      picture && address
        ? {
            url: address,
            alt: picture.alt ?? '',
            credit: picture.credit ?? '',
            width: picture.width,
            height: picture.height,
          }
        : null,
  };
}
