import { atom, onlyArticle, readText } from '../feed-samples.js';

function entry(inside: string, attributes = '') {
  return onlyArticle(atom(`<entry><id>urn:x:1</id>${inside}</entry>`, undefined, attributes));
}

test('an entry of Atom 1.0 becomes an article', () => {
  const feed = readText(
    atom(
      `<entry><id>urn:x:1</id><title>Khai mạc</title><link href="/1"/><summary>Tóm tắt</summary>
       <content type="html">&lt;p&gt;Toàn văn&lt;/p&gt;</content><author><name>Lan Anh</name><email>l@news.example</email></author>
       <published>2026-01-05T08:30:00+07:00</published><updated>2026-01-06T08:30:00+07:00</updated>
       <category term="11000000" scheme="http://cv.iptc.org/newscodes/mediatopic/" label="politics"/></entry>`,
      '<title type="html">Báo &amp;amp; Đài</title><link rel="next" href="?page=2"/>',
      'xml:lang="vi" xml:base="https://news.example/feed"',
    ),
  );

  expect(feed).toMatchObject({
    format: 'atom',
    title: 'Báo & Đài',
    language: 'vi',
    nextUrl: 'https://news.example/feed?page=2',
  });
  expect(feed.items).toMatchObject([
    {
      identity: 'urn:x:1',
      language: 'vi',
      headline: 'Khai mạc',
      lede: 'Tóm tắt',
      bodyHtml: '<p>Toàn văn</p>',
      url: 'https://news.example/1',
      baseUrl: 'https://news.example/feed',
      bylines: ['Lan Anh'],
      publishedAt: new Date('2026-01-05T01:30:00Z'),
      updatedAt: new Date('2026-01-06T01:30:00Z'),
      subjects: [{ code: 'http://cv.iptc.org/newscodes/mediatopic/11000000', name: 'politics', kind: null }],
    },
  ]);
});

test.each([
  ['<title>1 &lt; 2</title>', '1 < 2'],
  ['<title type="text">Thẻ &lt;b&gt;</title>', 'Thẻ <b>'],
  ['<title>A &amp;amp; B</title>', 'A & B'],
  ['<title type="html">A &lt;em&gt;B&lt;/em&gt;</title>', 'A B'],
  ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>B</em></div></title>', 'A B'],
])('the text construct %s is the headline %s', (title, headline) => {
  expect(entry(title).headline).toBe(headline);
});

test.each([
  [
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p></div></content>',
    '<div><p>a &amp; b</p></div>',
  ],
  [
    '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p class="x">a</h:p></h:div></content>',
    '<div><p class="x">a</p></div>',
  ],
  ['<content type="html"><![CDATA[<p>a</p>]]></content>', '<p>a</p>'],
  ['<content>Một\n\nHai &lt; ba</content>', '<p>Một</p>\n<p>Hai &lt; ba</p>'],
  ['<content>&lt;p&gt;quên type&lt;/p&gt;</content>', '<p>quên type</p>'],
  ['<content type="text/html" mode="base64">PHA+YTwvcD4=</content>', '<p>a</p>'],
  ['<content type="text/html" mode="escaped">&lt;p&gt;a&lt;/p&gt;</content>', '<p>a</p>'],
  ['<content type="image/png">iVBORw0KGgo=</content>', null],
])('the content %s is the body', (content, body) => {
  expect(entry(content).bodyHtml).toBe(body);
});

test('content that is elsewhere gives the address', () => {
  expect(entry('<content type="text/html" src="https://news.example/1.html"/>')).toMatchObject({
    url: 'https://news.example/1.html',
    bodyHtml: null,
  });
});

test('xml:base of the entry and of its content add up', () => {
  const article = onlyArticle(
    atom(
      '<entry xml:base="entry/"><id>1</id><link href="a"/><content type="html" xml:base="../b/">x</content></entry>',
      undefined,
      'xml:base="https://news.example/x/"',
    ),
  );

  expect(article).toMatchObject({ url: 'https://news.example/x/entry/a', baseUrl: 'https://news.example/x/b/' });
});

test('the address is the alternate link, and an enclosure is media', () => {
  expect(
    entry(
      `<link rel="self" href="https://news.example/self"/><link rel="alternate" type="application/json" href="https://news.example/1.json"/>
       <link rel="alternate" type="text/html" href="https://news.example/1"/><link rel="enclosure" type="audio/mpeg" href="https://news.example/1.mp3"/>`,
    ),
  ).toMatchObject({ url: 'https://news.example/1', media: [{ kind: 'audio', url: 'https://news.example/1.mp3' }] });
});

test('each entry has the language that it or its texts say', () => {
  const feed = readText(
    atom(
      '<entry><id>1</id></entry><entry><id>2</id><title xml:lang="km">x</title></entry><entry xml:lang="th"><id>3</id></entry>',
      undefined,
      'xml:lang="vi"',
    ),
  );

  expect(feed.items.map(item => 'language' in item && item.language)).toEqual(['vi', 'km', 'th']);
});

test('an entry without authors has those of its source, else of its feed', () => {
  const head = '<title>x</title><author><name>Ban biên tập</name></author>';

  expect(onlyArticle(atom('<entry><id>1</id></entry>', head)).bylines).toEqual(['Ban biên tập']);
  expect(
    onlyArticle(
      atom('<entry><id>1</id><source><title>Báo bạn</title><author><name>Minh</name></author></source></entry>', head),
    ),
  ).toMatchObject({ bylines: ['Minh'], credit: 'Báo bạn' });
});

test('an entry that was only updated counts as published then', () => {
  expect(entry('<updated>2026-01-05T01:30:00Z</updated>')).toMatchObject({
    publishedAt: new Date('2026-01-05T01:30:00Z'),
    updatedAt: new Date('2026-01-05T01:30:00Z'),
  });
});

test('Atom 0.3 has other words for dates', () => {
  expect(
    onlyArticle(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>1</id><issued>2026-01-05T01:30:00Z</issued><modified>2026-01-06</modified></entry></feed>',
    ),
  ).toMatchObject({ publishedAt: new Date('2026-01-05T01:30:00Z'), updatedAt: new Date('2026-01-06T00:00:00Z') });
});

test('Atom under a prefix is Atom', () => {
  const feed =
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Báo</a:title><a:entry><a:id>1</a:id><a:title>x</a:title></a:entry></a:feed>';

  expect(readText(feed).title).toBe('Báo');
  expect(onlyArticle(feed)).toMatchObject({ identity: '1', headline: 'x' });
});

test('only what stands in the entry itself is said of it', () => {
  expect(entry('<image><title>không phải</title><id>2</id></image><title>đúng</title>')).toMatchObject({
    identity: 'urn:x:1',
    headline: 'đúng',
  });
});

test('an entry alone is a feed of one', () => {
  expect(onlyArticle('<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>x</title></entry>').headline).toBe(
    'x',
  );
});

test('a tombstone cancels the article it names (RFC 6721), a draft is withheld (RFC 5023)', () => {
  const deleted =
    '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:x:9" when="2026-01-05T01:30:00Z"/>';
  const draft = '<app:control xmlns:app="http://www.w3.org/2007/app"><app:draft>yes</app:draft></app:control>';

  expect(onlyArticle(atom(deleted))).toMatchObject({
    identity: 'urn:x:9',
    status: 'canceled',
    updatedAt: new Date('2026-01-05T01:30:00Z'),
  });
  expect(entry(draft).status).toBe('withheld');
});
