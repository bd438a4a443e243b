import type { ListedArticle } from '../lists/published-list.js';
import { html, type Html, markup } from './html.js';

/** Articles as a list of links to their pages; their headlines are headings of this level. */
export function articleList(items: ListedArticle[], level: 2 | 3): Html {
  const heading = markup(`h${level}`);
  return html`<ul class="list">
    ${items.map(
      ({ article, pageUrl, source }) => html`
        <li lang="${article.language}">
          <${heading} class="headline"><a href="${new URL(pageUrl).pathname}">${article.headline}</a></${heading}>
          ${article.lede === null ? null : html`<p>${article.lede}</p>`}
          <p class="soft">${pageTime(article.publishedAt, article.language)} · ${source.name}</p>
        </li>
      `,
    )}
  </ul>`;
}

/** A moment in words, in a language, with its zone. */
export function pageTime(moment: Date, language: string): Html {
  const format = new Intl.DateTimeFormat([language, 'en'], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return html`<time datetime="${moment.toISOString()}">${format.format(moment)} UTC</time>`;
}
