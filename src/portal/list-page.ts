import type { PublishedList } from '../lists/published-list.js';
import { articleList } from './article-list.js';
import type { FeedLink } from './feed-links.js';
import { headLinks, type HeadLink } from './head-links.js';
import { html } from './html.js';
import { pageDocument } from './page-document.js';
import { type PageLanguage, wordsIn } from './words.js';

/** The page of a topic, an event, a source or a search: its newest articles, and its feeds. */
export function listPage(
  list: PublishedList,
  {
    language,
    path,
    feeds,
    links,
    builderPath,
  }: { language: PageLanguage; path: string; feeds: FeedLink[]; links: HeadLink[]; builderPath: string },
): Promise<string> {
  const words = wordsIn(language);
  const next = list.nextUrl === null ? null : new URL(list.nextUrl);
  return pageDocument({
    language,
    title: `${list.title} · Nhịp Cầu`,
    description: list.description,
    path,
    head: headLinks(links),
    body: html`
      <h1 lang="${list.language ?? language}">${list.title}</h1>
      <nav class="feeds" aria-label="${words.feeds}">
        <ul class="links">
          ${feeds.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}
          <li><a href="${builderPath}">${words.embed}</a></li>
        </ul>
      </nav>
      ${list.items.length === 0 ? html`<p>${words.nothing}</p>` : articleList(list.items, 2)}
      ${next === null ? null : html`<p><a rel="next" href="${next.pathname + next.search}">${words.older}</a></p>`}
    `,
  });
}
