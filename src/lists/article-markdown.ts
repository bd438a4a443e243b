import TurndownService from 'turndown';
import { articleHtml } from './article-html.js';
import type { ListedArticle } from './published-list.js';

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});

// Markdown lets HTML through: what is text with an angle bracket must not become an element, nor an entity, wherever it is pasted.
const escapeMarkdown = turndown.escape.bind(turndown);
turndown.escape = text => escapeMarkdown(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');

turndown.addRule('figcaption', { filter: 'figcaption', replacement: text => `\n\n*${text.trim()}*\n\n` });

/** An article with its headline and credit in Markdown (CommonMark), to paste. */
export function articleMarkdown(item: ListedArticle): string {
  return `# ${turndown.escape(item.article.headline)}\n\n${turndown.turndown(articleHtml(item))}\n`;
}
