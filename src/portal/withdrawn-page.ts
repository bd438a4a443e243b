import type { ArticleRow } from '../content/article-row.js';
import { globalId } from '../graphql/global-id.js';
import type { Withdrawal } from '../changes/withdrawal.js';
import { pageTime } from './article-list.js';
import { html } from './html.js';
import { pageDocument } from './page-document.js';
import { type PageLanguage, type Words, wordsIn } from './words.js';

/** What stands where a withdrawn article stood: that it is gone, why, and what to read instead. */
export function withdrawnPage(
  { reason, note, withdrawnAt }: Pick<Withdrawal, 'reason' | 'note' | 'withdrawnAt'>,
  replacement: ArticleRow | null,
  { language, path }: { language: PageLanguage; path: string },
): Promise<string> {
  const words = wordsIn(language);
  return pageDocument({
    language,
    title: `${words.withdrawn} · Nhịp Cầu`,
    description: words.withdrawn,
    path,
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<h1>${words.withdrawn}</h1>
      <p class="soft">${pageTime(withdrawnAt, language)}</p>
      <p>${words[REASONS[reason]]}</p>
      ${note === null ? null : html`<blockquote lang="">${note}</blockquote>`}
      ${
        replacement === null
          ? null
          : html`<p>
              ${words.replacement}:
              <a href="/articles/${globalId('Article', replacement.id)}" lang="${replacement.language}">
                ${replacement.headline}</a
              >
            </p>`
      }`,
  });
}

const REASONS = {
  source: 'withdrawnSource',
  error: 'withdrawnError',
  legal: 'withdrawnLegal',
  rights: 'withdrawnRights',
  safety: 'withdrawnSafety',
  other: 'withdrawnOther',
} as const satisfies Record<Withdrawal['reason'], keyof Words>;
