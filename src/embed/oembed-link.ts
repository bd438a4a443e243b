import { MediaKind } from '../content/media.js';
import type { ListedArticle } from '../lists/published-list.js';

/** What is told of an article: a link (oEmbed 1.0, 2.3.4.3), with its picture where the reader may have it. */
export interface OembedLink {
  version: '1.0';
  type: 'link';
  provider_name: string;
  provider_url: string;
  title: string;
  author_name: string;
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** Tells an article as a link. It may be withdrawn, so that it is kept no longer than a page. */
export function oembedLinkOf(
  { article, credit, media }: ListedArticle,
  publicUrl: string,
  most: { width: number; height: number },
): OembedLink {
  const picture = media.find(({ kind }) => kind === MediaKind.PICTURE);
  const { url, width, height } = picture ?? {};
  const fits = url && width && height && width <= most.width && height <= most.height;
  return {
    version: '1.0',
    type: 'link',
    provider_name: 'Nhịp Cầu',
    provider_url: `${publicUrl}/`,
    title: article.headline,
    author_name: credit,
    cache_age: 60,
    // All three, or none of them, and within the room there is (2.3.4).
    ...(fits ? { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height } : {}),
  };
}

/** The id in the address of an article's page; null for any other address. */
export function articleIdIn(address: string, publicUrl: string): string | null {
  const [, id] = address.startsWith(`${publicUrl}/`)
    ? (/^\/articles\/(\w{1,40})(?:[?#]|$)/.exec(address.slice(publicUrl.length)) ?? [])
    : [];
  return id ?? null;
}
