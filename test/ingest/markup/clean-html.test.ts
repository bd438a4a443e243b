import { cleanHtml } from '../../../src/ingest/markup/clean-html.js';

const BASE = 'https://news.example/2026/a.html';
const flat = (html: string): string => html.replaceAll('\n', '');

test.each([
  ['loose text becomes a paragraph', 'Xin <b>chào</b>', '<p>Xin <b>chào</b></p>'],
  ['blocks become paragraphs', '<div>một</div><div>hai</div>', '<p>một</p><p>hai</p>'],
  ['two line breaks too', 'một<br><br>hai<br>ba<br>', '<p>một</p><p>hai<br />ba</p>'],
  ['the first heading is the second', '<h1>A</h1><h2>B</h2>', '<h2>A</h2><h2>B</h2>'],
  ['ends that are left out', '<ul><li>a<li>b</ul><p>c<p>d', '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>'],
  [
    'cells that are left open',
    '<table><tr><td>a<td colspan=2>b</table>',
    '<table><tr><td>a</td><td colspan="2">b</td></tr></table>',
  ],
  ['a cell without a row', '<table><td>a</table>', '<table><tr><td>a</td></tr></table>'],
  ['a cell without a table', '<td>a</td>', '<p>a</p>'],
  ['a list in a list', '<ul><ul><li>a</ul></ul>', '<ul><li><ul><li>a</li></ul></li></ul>'],
  [
    'a link around blocks',
    '<a href=/x><h3>T</h3><p>t</p></a>',
    '<h3><a href="https://news.example/x">T</a></h3><p><a href="https://news.example/x">t</a></p>',
  ],
  ['formatting that crosses', '<b>a<i>b</b>c</i>', '<p><b>a<i>b</i></b><i>c</i></p>'],
  ['spaces at the edge of formatting', 'a<b> b </b>c', '<p>a <b>b</b> c</p>'],
  ['what is empty', '<p>&nbsp;</p><p><br></p><div><span></span></div><ul><li></li></ul><p>a</p>', '<p>a</p>'],
  [
    'a picture that loads late',
    '<img src="data:image/gif;base64,R0" data-src="/p.jpg" alt="P">',
    '<p><img src="https://news.example/p.jpg" alt="P" /></p>',
  ],
  [
    'a picture of a set',
    '<picture><source srcset="/b.webp"><img srcset="/a.jpg 1x, /b.jpg 2x"></picture>',
    '<p><img src="https://news.example/a.jpg" /></p>',
  ],
  [
    'a figure',
    '<figure class=x><img src=/p.jpg alt=""><figcaption>c</figcaption></figure>',
    '<figure><img src="https://news.example/p.jpg" alt="" /><figcaption>c</figcaption></figure>',
  ],
  [
    'a recording',
    '<video><source src=/v.mp4 type=video/mp4>none</video>',
    '<video controls><source src="https://news.example/v.mp4" type="video/mp4" />none</video>',
  ],
  ['a player with nothing to play', '<audio>Not here</audio>', '<p>Not here</p>'],
  ['the direction of a dropped block', '<div dir=rtl lang=ar>سلام</div>', '<p lang="ar" dir="rtl">سلام</p>'],
  ['preformatted text', '<pre> a\n  b</pre>', '<pre> a  b</pre>'],
  ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>'],
  ['buttons', '<form><button>A</button><button>B</button></form>', '<p>A B</p>'],
  [
    'an iframe’s other text',
    '<iframe src=/x>see <a href=/x>x</a></iframe>',
    '<p>see <a href="https://news.example/x">x</a></p>',
  ],
  ['a block that leaves nothing between words', '<ul><li>a<div></div>b</li></ul>', '<ul><li>a<br />b</li></ul>'],
  [
    'a page inside the item',
    '<html><head><title>t</title></head><body><article><p>a</p></article></body></html>',
    '<p>a</p>',
  ],
  ['comments', '<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->', '<p>a</p>'],
  ['text typed in pieces', 'Vie<span></span>&#x323;&#x302;t', '<p>Việt</p>'],
  ['nothing', '', ''],
])('%s: %s', (_, html, cleaned) => {
  expect(flat(cleanHtml(html, BASE))).toBe(cleaned);
});

test('links are absolute', () => {
  expect(cleanHtml('<a href="../b?x=1&amp;y=2#z">b</a>', BASE)).toBe(
    '<p><a href="https://news.example/b?x=1&amp;y=2#z">b</a></p>',
  );
});

test('without a base a relative link goes and its text stays; an absolute one stays', () => {
  const html = '<a href="/b">b</a> <a href="//c.example/c">c</a> <a href="mailto:a@c.example">d</a><img src="/p.jpg">';

  expect(cleanHtml(html, null)).toBe('<p>b <a href="https://c.example/c">c</a> <a href="mailto:a@c.example">d</a></p>');
});

test('a base that is no page is no base', () => {
  expect(cleanHtml('<a href="b">b</a>', 'javascript:alert(1)')).toBe('<p>b</p>');
});
