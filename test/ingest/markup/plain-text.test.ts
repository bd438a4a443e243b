import * as fc from 'fast-check';
import { plainText } from '../../../src/ingest/markup/plain-text.js';

test.each([
  ['<h1>Tiêu đề</h1><p>Một &amp; hai</p>', 'Tiêu đề\nMột & hai'],
  ['một<br>hai<br/>ba', 'một\nhai\nba'],
  ['<div>a</div><div>b</div>', 'a\nb'],
  ['a<b>b</b>c', 'abc'],
  ['<a href="https://example.org/x">đọc thêm</a>', 'đọc thêm'],
  ['<tr><td>a</td><td>b</td></tr>', 'a b'],
  ['5 < 7 & 8 > 3', '5 < 7 & 8 > 3'],
  ['&#8220;x&#8221; &lt;b&gt; &hellip;', '“x” <b> …'],
  ['  a\n\t b&nbsp;c  ', 'a b c'],
  ['chu&shy;yện', 'chuyện'],
  ['e&#x302;<!-- -->&#x301;', 'ế'],
  ['<head><title>tab</title><style>p{}</style></head><body>x</body>', 'x'],
  ['a<script>b()</script><textarea>c</textarea><template><p>d</p></template>e', 'ae'],
  ['<script src="x"/>kept', 'kept'],
  ['<script/>gone()</script>kept', 'kept'],
  ['<![CDATA[<p>twice</p>]]> wrapped', 'twice\nwrapped'],
  ['a\u0000b\ud800c\u0007', 'abc'],
  ['', ''],
])('reads %j as %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('keeps the joiners and the zero width spaces that Khmer and Persian are written with', () => {
  expect(plainText('<p>កម្ពុជា\u200bវៀតណាម می\u200cشود</p>')).toBe('កម្ពុជា\u200bវៀតណាម می\u200cشود');
});

test('reads 300,000 nested elements', () => {
  expect(plainText(`${'<i>'.repeat(300_000)}deep${'</b>'.repeat(300_000)}`)).toBe('deep');
});

test('escaped text comes back as it was, white space apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), words => {
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      expect(plainText(`<p>${escaped}</p>`)).toBe(
        plainText(plainText(escaped).replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
      );
    }),
  );
});
