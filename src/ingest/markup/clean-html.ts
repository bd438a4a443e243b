import sanitizeHtml from 'sanitize-html';
import { cleanSimpleHtml } from './clean-simple-html.js';
import { BLOCKS, INLINE } from './html-elements.js';
import { KEPT_NAMES } from './kept-attributes.js';
import { LINK_SCHEMES } from './resolve-link.js';
import { tidyHtml } from './tidy-html.js';

const WEB = ['http', 'https'];

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [...INLINE, ...BLOCKS, 'br', 'hr', 'img', 'source'],
  allowedAttributes: KEPT_NAMES,
  selfClosing: ['br', 'hr', 'img', 'source'],
  allowedSchemes: WEB,
  allowedSchemesByTag: { a: LINK_SCHEMES.map(scheme => scheme.replace(':', '')) },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'cite', 'poster'],
  allowProtocolRelative: false,
  parseStyleAttributes: false,
};

/**
 * Markup that a partner can republish as it is: what an article is made of (paragraphs, headings from h2, lists, quotations,
 * figures, tables, formatting, players), every visible word, absolute links, NFC, and nothing that acts, styles or embeds.
 * Relative links are resolved against the base, and without one they go while their text stays.
 * cleanHtml(cleanHtml(x), any base) is cleanHtml(x). The time it takes is linear in the length of the markup.
 *
 * Two steps, so that safety does not hang on our own code: tidyHtml decides what the markup means and leaves it shallow and well
 * formed, and sanitize-html, which alone would need quadratic time on nested elements, lets only the elements above pass.
 */
export function cleanHtml(html: string, baseUrl: string | null): string {
  const simple = cleanSimpleHtml(html);
  if (simple !== null) return simple;
  // ">" followed by U+0338 is one character in NFC: a tag would lose its end to whoever normalises the page.
  return sanitizeHtml(tidyHtml(html, baseUrl), ALLOWED).replaceAll('>\u0338', '>&#x338;');
}
