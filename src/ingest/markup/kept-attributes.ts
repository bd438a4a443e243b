import { composeText } from '../text/compose-text.js';
import { printableText } from '../text/printable-text.js';
import { LINK_SCHEMES, resolveLink } from './resolve-link.js';

type Reader = (value: string, baseUrl: string | null) => string | null;

const matching =
  (pattern: RegExp): Reader =>
  value =>
    pattern.test(value.trim()) ? value.trim() : null;
const words: Reader = value =>
  printableText(composeText(value.replace(/\s+/g, ' ')).trim().slice(0, 1000)).trim() || null;
const web: Reader = (value, baseUrl) => resolveLink(value, baseUrl);
const pixels = matching(/^[0-9]{1,5}$/);
const span = matching(/^[1-9][0-9]{0,2}$/);
const moment = matching(/^[0-9TtZzPp:.,+\- WwYyMmDdHhSs]{1,40}$/);

const EVERYWHERE: Record<string, Reader> = {
  lang: matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/),
  dir: matching(/^(ltr|rtl|auto)$/),
};

/** The attributes that each element keeps, and how each is read. */
const KEPT: ReadonlyMap<string, Record<string, Reader>> = new Map(
  Object.entries({
    a: { href: (value: string, baseUrl: string | null) => resolveLink(value, baseUrl, LINK_SCHEMES), title: words },
    img: { alt: (value: string) => words(value, null) ?? '', title: words, width: pixels, height: pixels },
    audio: { src: web },
    video: { src: web, poster: web, width: pixels, height: pixels },
    source: { src: web, type: matching(/^[a-z]{1,20}\/[a-z0-9.+-]{1,60}$/) },
    details: { open: () => '' },
    q: { cite: web },
    blockquote: { cite: web },
    ins: { cite: web, datetime: moment },
    del: { cite: web, datetime: moment },
    time: { datetime: moment },
    abbr: { title: words },
    dfn: { title: words },
    ol: { start: matching(/^-?[0-9]{1,6}$/), type: matching(/^[1aAiI]$/), reversed: () => '' },
    li: { value: matching(/^-?[0-9]{1,6}$/) },
    td: { colspan: span, rowspan: span },
    th: { colspan: span, rowspan: span, scope: matching(/^(row|col|rowgroup|colgroup)$/) },
  }),
);

/** The same, and those kept everywhere, put together once and not for every tag. */
const READERS_EVERYWHERE = Object.entries(EVERYWHERE);
const READERS = new Map([...KEPT].map(([element, own]) => [element, Object.entries({ ...EVERYWHERE, ...own })]));

/** For the sanitiser: the names alone. */
export const KEPT_NAMES: Record<string, string[]> = {
  '*': Object.keys(EVERYWHERE),
  ...Object.fromEntries([...KEPT].map(([element, readers]) => [element, Object.keys(readers)])),
  audio: ['src', 'controls'],
  video: ['src', 'poster', 'width', 'height', 'controls'],
  img: ['src', 'alt', 'title', 'width', 'height'],
};

/** Where pages that load pictures late keep the address of the picture. */
const LATE_SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original'];

/** The attributes of an element that mean something to a reader, their links absolute and safe to follow. */
export function keptAttributes(
  element: string,
  attributes: ReadonlyMap<string, string>,
  baseUrl: string | null,
): Map<string, string> {
  const kept = new Map<string, string>();
  if (element === 'img') {
    const links = [...LATE_SOURCES.map(name => attributes.get(name)), firstOfSourceSet(attributes.get('srcset'))];
    const source = links.map(link => resolveLink(link, baseUrl)).find(link => link !== null);
    if (source) kept.set('src', source);
  }
  for (const [name, read] of READERS.get(element) ?? READERS_EVERYWHERE) {
    const value = attributes.get(name);
    const clean = value === undefined ? null : read(value, baseUrl);
    if (clean !== null) kept.set(name, clean);
  }
  if (element === 'audio' || element === 'video') kept.set('controls', '');
  return kept;
}

/** The first picture of a srcset (HTML, section 4.8.4.2.1). */
function firstOfSourceSet(sourceSet: string | undefined): string | undefined {
  return sourceSet?.slice(0, 8000).trim().split(/[\s,]/, 1)[0];
}
