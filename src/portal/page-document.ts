import { html, type Html } from './html.js';
import { PAGE_STYLE_PATH } from './page-style.js';
import { PAGE_LANGUAGES, type PageLanguage, wordsIn } from './words.js';

/** A page, without what every page has. */
export interface Page {
  language: PageLanguage;
  title: string;
  description: string;
  /** For the head: links, Open Graph, JSON-LD. */
  head?: Html | Html[];
  /** Its address, without the language: where the switch between languages leads. */
  path: string;
  body: Html;
}

/** A whole page, as HTML. */
export async function pageDocument({ language, title, description, head, path, body }: Page): Promise<string> {
  const words = wordsIn(language);
  const other = PAGE_LANGUAGES.filter(tag => tag !== language);
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${description}" />
        <link rel="icon" href="data:," />
        ${head}
        <link rel="stylesheet" href="${PAGE_STYLE_PATH}" />
      </head>
      <body>
        <header>
          <a href="/" lang="vi">Nhịp Cầu</a>
          <ul class="links soft">
            ${other.map(tag => html`<li><a href="${withLanguage(path, tag)}" hreflang="${tag}" lang="${tag}">${NAMES[tag]}</a></li>`)}
          </ul>
        </header>
        <main>${body}</main>
        <footer class="soft"><a href="/">${words.home}</a></footer>
      </body>
    </html> `;
  return String(await document);
}

const NAMES: Record<PageLanguage, string> = { en: 'English', vi: 'Tiếng Việt' };

function withLanguage(path: string, language: PageLanguage): string {
  return `${path}${path.includes('?') ? '&' : '?'}hl=${language}`;
}
