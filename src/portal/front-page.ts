import { nameIn } from '../content/name-in.js';
import type { Reference } from '../content/reference.js';
import type { Topic } from '../content/topic.js';
import type { PublishedList } from '../lists/published-list.js';
import { articleList } from './article-list.js';
import { headLinks, type HeadLink } from './head-links.js';
import { html, type Html } from './html.js';
import { pageDocument } from './page-document.js';
import { builderWordsIn } from './builder-words.js';
import { type PageLanguage, type Words, wordsIn } from './words.js';

/** The page at `/`: what this is, the newest articles, the directory of everything that has a feed, and a first query. */
export function frontPage(
  newest: PublishedList,
  {
    language,
    reference,
    publicUrl,
    links,
  }: { language: PageLanguage; reference: Reference; publicUrl: string; links: HeadLink[] },
): Promise<string> {
  const words = wordsIn(language);
  const query = '{"query": "{ articles(first: 5) { nodes { headline language publishedAt } } }"}';
  const curl = `curl ${publicUrl}/graphql \\\n  -H 'content-type: application/json' \\\n  -d '${query}'`;
  const named = (rows: { slug: string; names: Record<string, string> }[], folder: string): Html[] =>
    rows.map(row => directoryEntry(`/${folder}/${row.slug}`, nameIn(row.names, language) ?? row.slug));

  return pageDocument({
    language,
    title: 'Nhịp Cầu',
    description: words.lead,
    path: '/',
    head: html`<link rel="alternate" type="text/x-opml" title="OPML" href="/feeds.opml" /> ${headLinks(links)}`,
    body: html`
      <h1 lang="vi">Nhịp Cầu</h1>
      <p class="lead">${words.lead}</p>
      <form action="/search" role="search">
        <input type="search" name="q" required aria-label="${words.search}" placeholder="${words.searchHint}" />
        <button>${words.search}</button>
      </form>
      <p><a class="action" href="/builder?hl=${language}">${builderWordsIn(language).title}</a></p>
      <h2>${words.newest}</h2>
      ${newest.items.length === 0 ? html`<p>${words.nothing}</p>` : articleList(newest.items, 3)}
      <h2>${words.topics}</h2>
      <ul class="columns">
        ${topicTree(null, reference, language)}
      </ul>
      <h2>${words.events}</h2>
      <ul class="columns">
        ${named(reference.events.all, 'events')}
      </ul>
      <h2>${words.sources}</h2>
      <ul class="columns">
        ${named(reference.sources.all, 'sources')}
      </ul>
      <h2>${words.languages}</h2>
      <ul class="columns">
        ${reference.languages.map(tag => languageEntry(tag))}
      </ul>
      ${forDevelopers(words, curl)}
    `,
  });
}

function topicTree(parent: number | null, reference: Reference, language: PageLanguage): Html[] {
  return (reference.childrenOf.get(parent) ?? []).map((topic: Topic) => {
    const below = topicTree(topic.id, reference, language);
    return html`<li>
      ${entryLinks(`/topics/${topic.slug}`, nameIn(topic.names, language) ?? topic.slug)}
      ${
        below.length === 0
          ? null
          : html`<ul class="list deeper">
              ${below}
            </ul>`
      }
    </li>`;
  });
}

function directoryEntry(path: string, name: string): Html {
  return html`<li>${entryLinks(path, name)}</li>`;
}

function entryLinks(path: string, name: string): Html {
  return html`<a href="${path}">${name}</a> <a class="soft" href="${path}/feed.rss" aria-label="RSS: ${name}">RSS</a>`;
}

/** A language by its own name. */
function languageEntry(tag: string): Html {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return html`<li lang="${tag}">
    <a href="/search?lang=${tag}">${name}</a>
    <a class="soft" href="/feeds.rss?lang=${tag}" aria-label="RSS: ${name}">RSS</a>
  </li>`;
}

function forDevelopers(words: Words, curl: string): Html {
  return html`<h2>${words.developers}</h2>
    <ul class="list">
      <li><a href="/documentation">${words.documentation}</a> <span class="soft">${words.documented}</span></li>
      <li><a href="/explorer">Explorer</a> <span class="soft">${words.explorer}</span></li>
      <li><a href="/graphql">Apollo Sandbox</a> <span class="soft">${words.sandbox}</span></li>
      <li><a href="/health/ready">Health</a> <span class="soft">${words.status}</span></li>
    </ul>
    <h2>${words.query}</h2>
    <pre tabindex="0"><code>${curl}</code></pre>`;
}
