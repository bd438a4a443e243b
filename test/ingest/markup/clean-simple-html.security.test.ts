import * as fc from 'fast-check';
import { cleanHtml } from '../../../src/ingest/markup/clean-html.js';
import { cleanSimpleHtml } from '../../../src/ingest/markup/clean-simple-html.js';

/** What is known not to change the meaning of what stands before it, and keeps it from looking simple: all of it is cleaned. */
const NOT_SIMPLE = '<!---->';

const PIECES = [
  ...'p h2 h3 h6 strong em b i u s a code mark small sub sup span li ul blockquote h1 script style svg q br table td'
    .split(' ')
    .flatMap(name => [`<${name}>`, `</${name}>`]),
  ...'p strong em'.split(' ').flatMap(name => [`<${name}>`, `</${name}>`, `<${name}>`, `</${name}>`]),
  '<a href="https://a.example/">',
  '<a href="https://a.example/b?c=1#d">',
  '<a href="https://A.example">',
  '<a href="https://a.example/?b&c">',
  '<a href="https://a.example/?b&amp;c">',
  '<a href="https://a.example/" onclick="x">',
  '<a href="https:a.example">',
  '<a href="https://a.example/é">',
  "<a href='https://a.example/'>",
  '<a href="/b">',
  '<a href="javascript:alert(1)">',
  '<a  href="https://a.example/">',
  '</a href="https://a.example/">',
  '<p href="https://a.example/">',
  '<STRONG>',
  '<strong >',
  '<strong/>',
  '</strong >',
  '<strong',
  '<p class="x">',
  '<p lang="vi">',
  '<br />',
  '<!-- x -->',
  '<![CDATA[',
  ']]>',
  '<',
  '>',
  '</',
  '"',
  "'",
  '&',
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&nbsp;',
  '&amp;lt;',
  '&lt;script&gt;',
  '&#60;',
  '&amp',
  'chữ',
  'chữ'.normalize('NFD'),
  'words and words',
  'ລາວ',
  '\u0338',
  '\u0301',
  '\u0323\u0338',
  '\u0301'.repeat(31),
  '\u{1d165}'.repeat(31),
  '\u200B',
  '\uFEFF',
  '\u00A0',
  '\u00AD',
  '\u3000',
  '\u2028',
  '\0',
  '\u000B',
  '\r',
  '\n',
  '\t',
  ' ',
  '  ',
  '𝒜',
  '\uD835',
  '\uDC9C',
];
const piece = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...PIECES) },
  fc.string({ unit: 'binary', maxLength: 3 }),
);

/** Words, and what stands between them, as a good source writes them; now and then anything else. */
const words = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('chữ', 'hội nghị', 'a &amp; b', '5 &lt; 7', '"Lào"', 'ລາວ', '日本', '𝒜', 'x', ''),
  },
  { weight: 1, arbitrary: piece },
);
const space = fc.constantFrom('', '', ' ', ' ', ' ', '  ', '\n');
const name = fc.constantFrom('strong', 'em', 'b', 'a href="https://a.example/b?c=1"', 'sup', 'code');
const line: fc.Arbitrary<string> = fc.letrec<{ line: string; run: string }>(tie => ({
  run: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.tuple(name, tie('line')).map(([tag, inside]) => `<${tag}>${inside}</${tag.split(' ')[0]}>`),
  ),
  line: fc
    .array(fc.tuple(tie('run'), space), { minLength: 1, maxLength: 4 })
    .map(runs => runs.map(([run, after], place) => (place < runs.length - 1 ? run + after : run)).join('')),
})).line;
const body = fc
  .array(fc.tuple(fc.constantFrom('p', 'p', 'h2', 'h4'), line, fc.constantFrom('', '', '\n', ' ', '\n\n')), {
    maxLength: 3,
  })
  .map(blocks => blocks.map(([tag, inside, after]) => `<${tag}>${inside}</${tag}>${after}`).join(''));

/** The same with a piece put in somewhere, or taken out. */
const harmed = fc.tuple(body, piece, fc.nat(), fc.nat(8)).map(([html, put, at, taken]) => {
  const place = at % (html.length + 1);
  return html.slice(0, place) + put + html.slice(place + taken);
});

test('what looks simple is cleaned to the very same as if it did not, whatever it is made of', () => {
  let simple = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        body,
        harmed,
        fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
      ),
      html => {
        const clean = cleanSimpleHtml(html);
        if (clean === null) return;
        simple += 1;
        expect(clean).toBe(cleanHtml(html + NOT_SIMPLE, 'https://base.example/'));
      },
    ),
    { numRuns: 10_000 },
  );
  // The test would tell nothing if nothing looked simple.
  expect(simple).toBeGreaterThan(500);
});

test('what has been cleaned looks simple where it is paragraphs and headings, formatted and linked', () => {
  const html =
    '<h2>Hội nghị</h2>\n<p>A &amp; b <strong>Lào <em>và</em></strong> <a href="https://a.example/b?c=1#d">đây</a>.</p>\n<p>"x"</p>';
  expect(cleanSimpleHtml(html)).toBe(html);
  expect(cleanSimpleHtml(html.replaceAll('\n', ''))).toBe(html);
});

test.each([
  ['an attribute', '<p onclick="alert(1)">x</p>'],
  ['another link', '<p><a href="javascript:alert(1)">x</a></p>'],
  ['a link that a base would change', '<p><a href="https:x">x</a></p>'],
  ['an element that stays open', '<p>x<strong>y</p>'],
  ['an element that is closed twice', '<p>x</p></p>'],
  ['elements that cross', '<p><b><i>x</b></i></p>'],
  ['words outside', '<p>x</p>y'],
  ['a tag that does not end', '<p>x</p'],
  ['another entity', '<p>&colon;</p>'],
  ['an entity that composes', '<p>&gt;\u0338</p>'],
  ['an end that composes', '<p>\u0338</p>'],
  ['a control character', '<p>x\0</p>'],
])('%s does not look simple', (_, html) => {
  expect(cleanSimpleHtml(html)).toBeNull();
});

test('what looks simple takes no longer than its length: no run of words is looked at twice', () => {
  const long = `<p>${'chữ '.repeat(200_000)}`;
  expect(cleanHtml(`${long}</p`, null)).toContain('chữ chữ');
  expect(cleanSimpleHtml(`${'<p>x</p>'.repeat(200_000)}<`)).toBeNull();
});
