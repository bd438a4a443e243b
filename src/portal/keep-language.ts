import type { PageLanguage } from './words.js';

/** The addresses of our own pages; not of feeds, of machines' forms of an article, or of what is in no language. */
const PAGE =
  /^\/(?:(?:documentation|builder|search)?(?:\?[^"]*)?|(?:topics|events|sources|articles|feeds)\/[^/."?]+(?:\?[^"]*)?)$/;

const LINK = /(<a\b[^>]*? href=")(\/[^"]*)(")/g;
const SEARCH = /(<form\b[^>]*? action="\/search"[^>]*>)/g;

/** A page whose links and search lead to pages in the same language, for who has chosen another than their browser says. */
export function keepLanguage(page: string, language: PageLanguage): string {
  return page
    .replace(LINK, (link, before: string, address: string, after: string) => {
      if (!PAGE.test(address) || /[?;&]hl=/.test(address)) return link;
      return `${before}${address}${address.includes('?') ? '&amp;' : '?'}hl=${language}${after}`;
    })
    .replace(SEARCH, `$1<input type="hidden" name="hl" value="${language}" />`);
}
