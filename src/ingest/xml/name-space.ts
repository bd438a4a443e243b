/** What publishers write as the address of a namespace, lower case, without its scheme and the / or # at its end. */
const WORDS: Record<string, string> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/atompub/tombstones/1.0': 'at',
  'www.w3.org/2007/app': 'app',
  'purl.org/atom/app': 'app',
  'purl.org/rss/1.0': 'rss',
  'purl.org/net/rss1.1': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'my.netscape.com/publish/formats/rss-0.9.dtd': 'rss',
  'my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
  'backend.userland.com/rss': 'rss',
  'backend.userland.com/rss2': 'rss',
  'backend.userland.com/rss091': 'rss',
  'blogs.law.harvard.edu/tech/rss': 'rss',
  'cyber.law.harvard.edu/rss': 'rss',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.w3.org/1999/xhtml': 'xhtml',
};

/** The prefixes everybody uses: they stand for their namespace also where a feed forgets to declare them. */
const PREFIXES = new Set(['atom', 'rdf', 'content', 'dc', 'dcterms', 'media', 'itunes', 'xhtml']);

/** A feed's own vocabularies: without a prefix they are all the same to us, since feeds mix up their addresses. */
const OWN = new Set(['', 'atom', 'rss']);

/** The namespaces in force at an element: its own declarations, then those around it. */
export interface NameScope {
  readonly declared: ReadonlyMap<string, string>;
  readonly around: NameScope | null;
}

/**
 * The short word for the namespace of a prefix ('' for none), as it is in force in that scope (Namespaces in XML 1.0).
 * '' is the feed's own vocabulary: what has no prefix and no namespace that we know otherwise, and the home vocabulary
 * under a prefix. 'other' is what we do not know.
 */
export function nameSpace(prefix: string, scope: NameScope | null, home: 'rss' | 'atom'): string {
  const address = declaredAddress(prefix, scope);
  const word = address === null ? (PREFIXES.has(prefix) ? prefix : null) : wordOf(address);

  if (prefix === '') return word === null || OWN.has(word) ? '' : word;
  return word === home ? '' : (word ?? 'other');
}

function declaredAddress(prefix: string, scope: NameScope | null): string | null {
  for (let around = scope; around !== null; around = around.around) {
    const address = around.declared.get(prefix);
    if (address !== undefined) return address;
  }
  return null;
}

function wordOf(address: string): string | null {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '');
  return Object.hasOwn(WORDS, bare) ? WORDS[bare]! : null;
}
