/** An article as an embed shows it. */
export interface EmbedArticle {
  id: string;
  headline: string;
  /** Where it is read; null where the address is none that may be followed. */
  url: string | null;
  language: string;
  /** ISO 8601, in UTC. */
  publishedAt: string;
  lede: string;
  credit: string;
  picture: EmbedPicture | null;
}

export interface EmbedPicture {
  url: string;
  alt: string;
  credit: string;
  width: number | null;
  height: number | null;
}

/** A selection as an embed shows it. */
export interface EmbedFeed {
  title: string;
  /** The front page of the gateway. */
  homeUrl: string | null;
  articles: EmbedArticle[];
}

export type EmbedLayout = 'list' | 'cards' | 'ticker';
export type EmbedTheme = 'auto' | 'light' | 'dark';

/** An address that a visitor may follow: of the web, so that none is a script. */
export function webAddress(text: unknown): string | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
