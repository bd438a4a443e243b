import { escapeMarkup } from './escape-markup.js';

/** Plain text as HTML: a paragraph for each run of lines, a break for each line in it. */
export function textAsHtml(text: string): string {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
    .map(paragraph => `<p>${escapeMarkup(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
