/** Longer addresses are no links of an article: browsers and proxies stop at 8,000 (RFC 9110, section 4.1). */
const LONGEST = 8000;

const WEB = ['http:', 'https:'];

/** What a reader may be sent to. */
export const LINK_SCHEMES = [...WEB, 'mailto:', 'tel:'];

/**
 * The absolute address that a browser would go to (WHATWG URL), or null where there is none, where it is relative and
 * there is no base, or where its scheme is not among those given (http and https unless said otherwise).
 */
export function resolveLink(
  link: string | null | undefined,
  baseUrl: string | null,
  schemes: readonly string[] = WEB,
): string | null {
  const trimmed = link?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LONGEST) return null;

  // An address without a scheme ("//cdn.example/x.jpg") needs no page to be relative to.
  const base = baseUrl !== null && /^https?:/i.test(baseUrl) && URL.canParse(baseUrl) ? baseUrl : undefined;
  const page = base ?? (trimmed.startsWith('//') ? 'https://x' : undefined);
  if (!URL.canParse(trimmed, page)) return null;

  const url = new URL(trimmed, page);
  return schemes.includes(url.protocol) && url.href.length <= LONGEST ? url.href : null;
}
