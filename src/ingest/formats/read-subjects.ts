import type { IncomingSubject } from '../incoming.js';
import { plainLine } from '../markup/plain-line.js';
import type { XmlElement } from '../xml/xml-element.js';

/** More than any newsroom files a story under; what comes after is spam for search engines. */
const MOST = 100;

/** Codes that mean something outside of the feed: "medtop:11000000", a URI of the IPTC NewsCodes. */
const CODE = /^((medtop|subj|cptall|iptccat|wd):\S+|https?:\/\/\S+)$/i;

/**
 * What an item is filed under, each once: category, dc:subject, media:category, and the lists of media:keywords, itunes:keywords.
 * A term becomes a code where it is one, or where the scheme it is in is a URI: then the code is both together.
 */
export function readSubjects(item: XmlElement): IncomingSubject[] {
  const found = new Map<string, IncomingSubject>();

  const categories = item.all('category', 'atom:category', 'media:category', 'itunes:category', 'dc:subject');
  for (const category of categories.slice(0, MOST)) {
    const subject = readCategory(category);
    if (subject !== null) found.set(`${subject.code}|${subject.name}`, subject);
  }
  for (const keywords of item.all('media:keywords', 'itunes:keywords').slice(0, MOST)) {
    for (const keyword of keywords.text.split(',', MOST)) {
      const name = plainLine(keyword);
      if (name !== '') found.set(`null|${name}`, { code: null, name, kind: null });
    }
  }
  return [...found.values()].slice(0, MOST);
}

function readCategory(category: XmlElement): IncomingSubject | null {
  const text = plainLine(category.text);
  const term = plainLine(category.attribute('term') ?? '') || text || plainLine(category.attribute('text') ?? '');
  const label = plainLine(category.attribute('label') ?? '') || null;
  const scheme = category.attribute('scheme') ?? category.attribute('domain');
  if (term === '') return label === null ? null : { code: null, name: label, kind: null };

  if (CODE.test(term)) return { code: term, name: label, kind: null };
  return { code: scheme === null ? null : schemeCode(scheme, term), name: label ?? term, kind: null };
}

/**
 * The code of a term in a scheme: http://x/topics/ and 17 are http://x/topics/17. Where the scheme already ends in a number, as in
 * http://cv.iptc.org/newscodes/mediatopic/11000000 beside a name, it is the code itself. Null where the scheme is no URI.
 */
function schemeCode(scheme: string, term: string): string | null {
  if (/^(medtop|subj)$/i.test(scheme) && /^\d+$/.test(term)) return `${scheme.toLowerCase()}:${term}`;
  if (!/^(https?:\/\/|urn:|tag:)\S+$/i.test(scheme)) return CODE.test(scheme) ? scheme : null;
  if (/[/:]\d{4,}$/.test(scheme)) return scheme;

  return /[/#:=]$/.test(scheme) ? scheme + encodeURIComponent(term) : `${scheme}/${encodeURIComponent(term)}`;
}
