import { escapeHtml } from '../content/escape-html.js';
import type { ArticleRow } from '../content/article-row.js';
import type { Correction } from '../content/correction.js';
import { globalId } from '../graphql/global-id.js';
import { articleHtml } from '../lists/article-html.js';
import { articleMarkdown } from '../lists/article-markdown.js';
import type { ListedArticle } from '../lists/published-list.js';
import { pageTime } from './article-list.js';
import { headLinks, type HeadLink } from './head-links.js';
import { html, type Html, markup } from './html.js';
import { newsArticle } from './news-article.js';
import { pageDocument } from './page-document.js';
import { type PageLanguage, wordsIn } from './words.js';

/** The page of an article: to read, to find in other languages, and to take away where a licence allows it. */
export function articlePage(
  item: ListedArticle,
  {
    language,
    path,
    translations,
    corrections,
    publicUrl,
    links,
  }: {
    language: PageLanguage;
    path: string;
    translations: ArticleRow[];
    corrections: Correction[];
    publicUrl: string;
    links: HeadLink[];
  },
): Promise<string> {
  const words = wordsIn(language);
  const { article, url, pageUrl, credit, source } = item;
  const [picture] = item.media;

  return pageDocument({
    language,
    title: `${article.headline} · ${source.name}`,
    description: article.lede ?? article.headline,
    path,
    head: html`
      <link rel="canonical" href="${url}" />
      ${[article, ...translations].map(
        version =>
          html`<link rel="alternate" hreflang="${version.language}" href="${publicUrl + addressOf(version)}" />`,
      )}
      ${headLinks(links)}
      <meta property="og:type" content="article" />
      <meta property="og:title" content="${article.headline}" />
      <meta property="og:description" content="${article.lede ?? ''}" />
      <meta property="og:url" content="${pageUrl}" />
      <meta property="og:locale" content="${article.language.replace('-', '_')}" />
      ${picture === undefined ? null : html`<meta property="og:image" content="${picture.url}" />`}
      <script type="application/ld+json">
        ${markup(newsArticle(item))}
      </script>
    `,
    body: html`
      <article lang="${article.language}">
        <h1>${article.headline}</h1>
        <p class="soft">
          ${article.bylines.length > 0 ? `${article.bylines.join(', ')} · ` : ''}${pageTime(article.publishedAt, article.language)}
          ${
            article.updatedAt > article.publishedAt
              ? html` · <span lang="${language}">${words.corrected}: ${pageTime(article.updatedAt, language)}</span>`
              : null
          }
        </p>
        ${correctionNotes(corrections, language)}
        ${article.lede === null || item.html === null ? null : html`<p class="lead">${article.lede}</p>`}
        <div>${markup(articleHtml(item))}</div>
        <p class="soft" lang="${language}">
          ${item.html === null ? `${words.noText} ` : ''}<a href="${url}">${words.original}</a> · ${words.credit}:
          ${credit}
        </p>
      </article>
      ${
        translations.length === 0
          ? null
          : html`<h2>${words.otherLanguages}</h2>
              <ul class="links">
                ${translations.map(
                  version =>
                    html`<li lang="${version.language}">
                      <a hreflang="${version.language}" href="${addressOf(version)}">${version.headline}</a>
                    </li>`,
                )}
              </ul>`
      }
      ${item.html === null ? null : republishKit(item, path.split('?', 1)[0]!, language)}
    `,
  });
}

/** What was wrong before, in plain sight. */
function correctionNotes(corrections: Correction[], language: PageLanguage): Html | null {
  if (corrections.length === 0) return null;
  const words = wordsIn(language);
  return html`<aside lang="${language}" aria-label="${words.corrections}">
    ${corrections.map(
      ({ severity, note, at }) =>
        html`<p>
          <strong>${words[severity]}</strong>
          (${pageTime(at, language)})${note === null ? '' : html`: <span lang="">${note}</span>`}
        </p>`,
    )}
  </aside>`;
}

/** What a newsroom without a machine of its own copies from. */
function republishKit(item: ListedArticle, path: string, language: PageLanguage): Html {
  const words = wordsIn(language);
  const { article, text, credit, url, media } = item;
  const plain = [article.headline, article.lede, text, `${credit}: ${url}`].filter(Boolean).join('\n\n');
  const whole = `<h1>${escapeHtml(article.headline)}</h1>${articleHtml(item)}`;
  return html`<details>
    <summary><h2>${words.republish}</h2></summary>
    <p>${words.republishHow}</p>
    <label>${words.asHtml}<textarea readonly rows="8" lang="${article.language}">${whole}</textarea></label>
    <label
      >${words.asMarkdown}<textarea readonly rows="8" lang="${article.language}">${articleMarkdown(item)}</textarea>
    </label>
    <label>${words.asText}<textarea readonly rows="8" lang="${article.language}">${plain}</textarea></label>
    <p><a href="${path}/ninjs">${words.asNinjs}</a></p>
    ${
      media.length === 0
        ? null
        : html`<h3>${words.pictures}</h3>
            <ul>
              ${media.map(
                medium =>
                  html`<li>
                    <a href="${medium.url}" download>${medium.caption ?? medium.alt ?? medium.url}</a> ${medium.credit}
                  </li>`,
              )}
            </ul>`
    }
  </details>`;
}

function addressOf({ id }: ArticleRow): string {
  return `/articles/${globalId('Article', id)}`;
}
