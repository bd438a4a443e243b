/** What the elements of HTML are to a republished article. What is in none of these sets is passed over, its text kept. */

/** Formatting inside a line. */
export const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** Blocks that stay. */
export const BLOCKS = new Set(
  (
    'p h2 h3 h4 h5 h6 ul ol li blockquote figure figcaption pre table caption thead tbody tfoot tr th td ' +
    'dl dt dd audio video details summary'
  ).split(' '),
);

/** Blocks whose tag goes: what they hold becomes paragraphs. */
export const WRAPPERS = new Set(
  (
    'html head body div section article header footer main aside nav address hgroup search center form fieldset legend ' +
    'dir menu dialog optgroup option frameset marquee'
  ).split(' '),
);

/** Elements that stand apart from the words around them without ending the line. */
export const APART = new Set(
  'button select input label object iframe canvas noscript embed svg math text foreignobject'.split(' '),
);

/** What stands in plain text for the tags of elements that do not run on in the line. */
export const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ...['br', 'hr', ...BLOCKS, ...WRAPPERS].map(name => [name, '\n'] as const),
  ...['td', 'th', ...APART].map(name => [name, ' '] as const),
]);

/** Other names for elements that stay: h1 is the headline's, and a partner has its own. */
export const ALIASES = new Map([
  ['h1', 'h2'],
  ['strike', 's'],
  ['acronym', 'abbr'],
  ['tt', 'code'],
  ['listing', 'pre'],
  ['xmp', 'pre'],
  ['plaintext', 'pre'],
  ['image', 'img'],
]);

/** Blocks that hold text and no other block. */
export const TEXT_ONLY = new Set('p h2 h3 h4 h5 h6 pre summary caption'.split(' '));

/** Where an element may stand; elsewhere it is a wrapper. */
export const PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['ul', 'ol'])],
  ['dt', new Set(['dl'])],
  ['dd', new Set(['dl'])],
  ['tr', new Set(['table', 'thead', 'tbody', 'tfoot'])],
  ['td', new Set(['tr'])],
  ['th', new Set(['tr'])],
  ['thead', new Set(['table'])],
  ['tbody', new Set(['table'])],
  ['tfoot', new Set(['table'])],
  ['caption', new Set(['table'])],
  ['figcaption', new Set(['figure'])],
  ['summary', new Set(['details'])],
]);

/** What is put between an element and content that it cannot hold itself. */
export const IMPLIED_CHILD: ReadonlyMap<string, string> = new Map([
  ['ul', 'li'],
  ['ol', 'li'],
  ['dl', 'dd'],
  ['table', 'tr'],
  ['thead', 'tr'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td'],
]);

/** An opening tag ends these open elements, looked for up to the given boundary (HTML, section 13.1.2.4). */
export const ENDS: ReadonlyMap<string, { ended: ReadonlySet<string>; boundary: ReadonlySet<string> }> = new Map(
  (
    [
      ['li', ['li'], ['ul', 'ol', 'table']],
      ['dt', ['dt', 'dd'], ['dl', 'table']],
      ['dd', ['dt', 'dd'], ['dl', 'table']],
      ['td', ['td', 'th'], ['tr', 'table']],
      ['th', ['td', 'th'], ['tr', 'table']],
      ['tr', ['tr', 'caption'], ['table']],
      ['thead', ['thead', 'tbody', 'tfoot', 'caption'], ['table']],
      ['tbody', ['thead', 'tbody', 'tfoot', 'caption'], ['table']],
      ['tfoot', ['thead', 'tbody', 'tfoot', 'caption'], ['table']],
      ['option', ['option'], ['select']],
      ['rt', ['rt', 'rp'], ['ruby']],
      ['rp', ['rt', 'rp'], ['ruby']],
      ['a', ['a'], ['table']],
    ] as const
  ).map(([name, ended, boundary]) => [name, { ended: new Set<string>(ended), boundary: new Set<string>(boundary) }]),
);
