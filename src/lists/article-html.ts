import { escapeHtml } from '../content/escape-html.js';
import { MediaKind, type Media } from '../content/media.js';
import type { ListedArticle } from './published-list.js';

/** What a reader shows of an article: the text, or the lede where no licence holds it, its main picture, and the credit with the way to the original. */
export function articleHtml(item: ListedArticle): string {
  const { article, html, media } = item;
  const [picture] = media.filter(({ kind }) => kind === MediaKind.PICTURE);
  const isShown = picture === undefined || (html?.includes(escapeHtml(picture.url)) ?? false);
  const text = html ?? (article.lede === null ? '' : `<p>${escapeHtml(article.lede)}</p>`);
  return `${isShown ? '' : figure(picture)}${text}${creditHtml(item)}`;
}

/** The credit line; with the way to the original. */
function creditHtml({ credit, url }: ListedArticle): string {
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(credit)}</a></p>`;
}

function figure({ url, alt, caption, credit, width, height }: Media): string {
  const size = width !== null && height !== null ? ` width="${width}" height="${height}"` : '';
  const words = [caption, credit].filter(part => part !== null && part !== '').join(' — ');
  const below = words === '' ? '' : `<figcaption>${escapeHtml(words)}</figcaption>`;
  return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt ?? '')}"${size}>${below}</figure>`;
}
