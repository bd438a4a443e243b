import { html } from './html.js';
import { pageDocument } from './page-document.js';
import { type PageLanguage, wordsIn } from './words.js';

/** Why there is no page, and what would be right. */
export function errorPage(
  reason: string,
  { language, path }: { language: PageLanguage; path: string },
): Promise<string> {
  const words = wordsIn(language);
  return pageDocument({
    language,
    title: `${words.notFound} · Nhịp Cầu`,
    description: words.notFound,
    path,
    body: html`<h1>${words.notFound}</h1>
      <p class="reason" lang="en">${reason}</p>`,
  });
}
