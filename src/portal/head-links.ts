import { oembedLinks } from '../embed/oembed.js';
import type { FeedLink } from './feed-links.js';
import { html, type Html } from './html.js';

/** A link in a page's head: where machines find the same in another form. */
export interface HeadLink {
  rel: string;
  type: string;
  href: string;
  title: string;
}

/** What readers and sites find a page by: its feeds (autodiscovery), and how to embed it (oEmbed 1.0, section 4). */
export function alternateLinks(feeds: FeedLink[], address: string, title: string, publicUrl: string): HeadLink[] {
  const links = feeds.map(({ name, type, url }) => ({ rel: 'alternate', type, href: url, title: name }));
  return [...links, ...oembedLinks(address, publicUrl, title)];
}

export function headLinks(links: HeadLink[]): Html[] {
  return links.map(
    ({ rel, type, href, title }) => html`<link rel="${rel}" type="${type}" title="${title}" href="${href}" />`,
  );
}
