import { header, type Headers } from './header.js';

/**
 * Where the next page is by the headers of an answer: the Link with the relation "next" (RFC 8288, section 3), or what
 * WordPress says about the number of its pages. Absolute, not checked yet; null on the last page.
 */
export function nextPageOf(url: URL, headers: Headers): string | null {
  const linked = nextLink(header(headers, 'link') ?? '');
  if (linked !== null && URL.canParse(linked, url.href)) return new URL(linked, url.href).href;

  const pages = /^\d{1,9}$/.exec(header(headers, 'x-wp-totalpages') ?? '')?.[0];
  const page = Number(/^\d{1,9}$/.exec(url.searchParams.get('page') ?? '1')?.[0] ?? NaN);
  if (pages === undefined || !(page < Number(pages))) return null;
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return next.href;
}

function nextLink(line: string): string | null {
  for (const [, target, parameters] of line.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters ?? '');
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/);
    if (names.includes('next')) return target ?? null;
  }
  return null;
}
