import { builderWordsIn } from './builder-words.js';
import { documentationIn } from './documentation-words.js';
import { html } from './html.js';
import { pageDocument } from './page-document.js';
import type { PageLanguage } from './words.js';

/** The page at `/documentation`: all that can be said in an address, on one screen or two. */
export function documentationPage({ language, path }: { language: PageLanguage; path: string }): Promise<string> {
  const { title, lead, chapters } = documentationIn(language);
  return pageDocument({
    language,
    title: `${title} · Nhịp Cầu`,
    description: lead,
    path,
    body: html`
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${chapters.map(
        ({ heading, text, rows }) => html`
          <h2>${heading}</h2>
          <p>${text}</p>
          <dl>
            ${rows.map(
              ([code, meaning]) =>
                html`<dt><code translate="no">${code}</code></dt>
                  <dd>${meaning}</dd>`,
            )}
          </dl>
        `,
      )}
      <ul class="links">
        <li><a href="/builder?hl=${language}">${builderWordsIn(language).title}</a></li>
        <li><a href="/explorer">Explorer</a></li>
        <li><a href="/graphql">Apollo Sandbox</a></li>
      </ul>
    `,
  });
}
