import type { Reference } from '../content/reference.js';
import { type EmbedCode, embedCode, feedElement } from '../embed/embed-code.js';
import type { EmbedRequest } from '../embed/embed-request.js';
import { LIMIT } from '../lists/list-request.js';
import { writeGraphqlQuery } from '../lists/write-graphql-query.js';
import { writeAddress, writeListQuery } from '../lists/write-list-query.js';
import { builderForm } from './builder-form.js';
import { BUILDER_SCRIPT_PATH } from './builder-script.js';
import { type BuilderWords, builderWordsIn } from './builder-words.js';
import { type FeedLink, feedLinks } from './feed-links.js';
import { html, type Html, markup } from './html.js';
import { pageDocument } from './page-document.js';
import type { PageLanguage } from './words.js';

/** The page at `/builder`: a form, and for what it has chosen a preview and the code to copy. Its script only saves a click. */
export function builderPage(
  request: EmbedRequest,
  {
    language,
    path,
    reference,
    publicUrl,
    title,
  }: { language: PageLanguage; path: string; reference: Reference; publicUrl: string; title: string },
): Promise<string> {
  const words = builderWordsIn(language);
  const code = embedCode(request, title, publicUrl);
  return pageDocument({
    language,
    title: `${words.title} · Nhịp Cầu`,
    description: words.lead,
    path,
    head: html`<script type="module" src="/embed.js"></script>
      <script type="module" src="${BUILDER_SCRIPT_PATH}"></script>`,
    body: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="builder">
        ${builderForm(request, { language, reference })}
        <div id="made">
          <section aria-label="${words.preview}">
            <h2>${words.preview}</h2>
            ${preview(code, title)}
          </section>
          <h2>${words.copyHeading}</h2>
          ${box(words, 'widget', words.widget, code.widget)} ${box(words, 'frame', words.frame, code.frame)}
          ${box(words, 'frame-url', words.frameUrl, code.frameUrl)}
          <h3>${words.feeds}</h3>
          ${feedsOf(request, publicUrl).map(({ ending, name, url }) => box(words, ending, name, url))}
          <h3>GraphQL</h3>
          ${query(words, writeGraphqlQuery(request.list))}
        </div>
      </div>
      <p
        id="said"
        role="status"
        data-copied="${words.copied}"
        data-not-copied="${words.notCopied}"
        data-changed="${words.changed}"
        data-away="${words.away}"
      ></p>
    `,
  });
}

/** The widget itself; the frame where no script runs. */
function preview({ attributes, style, frameUrl }: EmbedCode, title: string): Html {
  const { pathname, search } = new URL(frameUrl);
  return html`${markup(feedElement({ ...attributes, 'data-style': style }, ''))}
    <noscript><iframe src="${pathname + search}" title="${title}" height="600"></iframe></noscript>`;
}

function query(words: BuilderWords, text: string): Html {
  return html`${box(words, 'graphql', words.graphql, text)}
    <p><a href="${writeAddress('/explorer', new URLSearchParams({ query: text }))}">${words.explore}</a></p>`;
}

/** Something to copy, under its name. */
function box({ copy }: BuilderWords, name: string, label: string, text: string): Html {
  const id = `code-${name}`;
  const rows = Math.min(Math.max(Math.ceil(text.length / 60), text.split('\n').length), 12);
  return html`<div class="box">
    <label for="${id}">${label}</label>
    <button type="button" class="copy" hidden data-copies="${id}" aria-label="${copy}: ${label}">${copy}</button>
    <textarea id="${id}" readonly spellcheck="false" rows="${rows}">${text}</textarea>
  </div>`;
}

/** Feeds say no number: how many articles stand on a site is how it looks, not what is chosen. */
function feedsOf({ list }: EmbedRequest, publicUrl: string): FeedLink[] {
  return feedLinks(writeListQuery({ ...list, limit: LIMIT.usual, after: null }), publicUrl);
}
