import { onlyArticle, readText, rss } from '../feed-samples.js';

function item(inside: string) {
  return onlyArticle(rss(`<item>${inside}</item>`));
}

test('an item of RSS 2.0 becomes an article', () => {
  const feed = readText(
    rss(
      `<item><title>Khai mạc triển lãm</title><link>https://news.example/1</link><guid isPermaLink="false">x-1</guid>
       <description>Tóm tắt</description><content:encoded><![CDATA[<p>Toàn văn</p>]]></content:encoded>
       <dc:creator>Lan Anh</dc:creator><pubDate>Mon, 05 Jan 2026 08:30:00 +0700</pubDate></item>`,
      '<title>Báo &amp;amp; Đài</title><link>https://news.example/</link><language>vi</language>',
    ),
  );

  expect(feed).toMatchObject({ format: 'rss', title: 'Báo & Đài', language: 'vi', nextUrl: null });
  expect(feed.items).toEqual([
    {
      identity: 'x-1',
      storyIdentity: null,
      language: 'vi',
      headline: 'Khai mạc triển lãm',
      lede: 'Tóm tắt',
      bodyHtml: '<p>Toàn văn</p>',
      url: 'https://news.example/1',
      baseUrl: 'https://news.example/',
      bylines: ['Lan Anh'],
      publishedAt: new Date('2026-01-05T01:30:00Z'),
      updatedAt: null,
      unreadableDate: null,
      urgency: null,
      credit: null,
      subjects: [],
      media: [],
      status: 'usable',
      embargoedUntil: null,
      expiresAt: null,
      isCorrection: false,
      notes: [],
    },
  ]);
});

test('RSS 1.0 has its items beside the channel, known by rdf:about', () => {
  const feed = readText(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="https://news.example/"><title>x</title><link>https://news.example/</link><dc:language>ja</dc:language></channel>
     <item rdf:about="urn:x:1"><title>展覧会</title><link>https://news.example/1</link><dc:date>2026-01-05T08:30:00+07:00</dc:date></item></rdf:RDF>`,
  );

  expect(feed.items).toMatchObject([
    { identity: 'urn:x:1', language: 'ja', headline: '展覧会', publishedAt: new Date('2026-01-05T01:30:00Z') },
  ]);
});

test.each([
  ['A &amp; B', 'A & B'],
  ['A &amp;amp; B', 'A & B'],
  ['<![CDATA[A &amp; <em>B</em>]]>', 'A & B'],
  ['&lt;b&gt;A&lt;/b&gt; B', 'A B'],
  ['<b>A</b> B', 'A B'],
  ['A&nbsp;&eacute;&hellip;', 'A é…'],
  ['H&#7897;i ngh&#x1ECB;', 'Hội nghị'],
  ['Ho\u0323\u0302i', 'Hội'],
  ['A & B', 'A & B'],
  ['A\n   B', 'A B'],
])('a title written %s is the headline %s', (title, headline) => {
  expect(item(`<title>${title}</title>`).headline).toBe(headline);
});

test.each([
  ['its guid', '<guid>g</guid><link>https://news.example/1</link>', 'g'],
  ['its link without a guid', '<link>https://news.example/1</link>', 'https://news.example/1'],
  ['its link as it is written', '<link>https://other.example?a</link>', 'https://other.example?a'],
  ['a relative link, absolute', '<link>/2</link>', 'https://news.example/2'],
  ['the last of several links', '<link>https://a.example/</link><link>https://b.example</link>', 'https://b.example'],
  ['nothing', '<title>x</title>', null],
])('an item is known by %s', (_, inside, identity) => {
  expect(item(inside).identity).toBe(identity);
});

test('items that all lead to the page of the feed are not known by it', () => {
  expect(item('<title>x</title><link>https://news.example/</link>')).toMatchObject({
    identity: null,
    url: 'https://news.example/',
  });
});

test('a guid is also the address, unless it says that it is not', () => {
  expect(item('<guid>https://news.example/g</guid>').url).toBe('https://news.example/g');
  expect(item('<guid isPermaLink="false">https://news.example/g</guid>').url).toBeNull();
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java&#9;script:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'http://',
])('the link %s leads nowhere and identifies nothing', link => {
  expect(item(`<title>x</title><link>${link}</link>`)).toMatchObject({ url: null, identity: null });
});

test('a description alone is the lede when it is a few words, the body when it is more', () => {
  const long = 'Một câu. '.repeat(100);

  expect(item('<description>Vài chữ &amp;amp; số</description>')).toMatchObject({
    lede: 'Vài chữ & số',
    bodyHtml: null,
  });
  expect(item(`<description>${long}</description>`)).toMatchObject({ lede: null, bodyHtml: long.trim() });
  expect(item('<description>&lt;img src="a.jpg"&gt; Vài chữ</description>')).toMatchObject({
    lede: 'Vài chữ',
    bodyHtml: '<img src="a.jpg"> Vài chữ',
  });
});

test('tags that a description has as they are stay, and so does escaped markup among them', () => {
  expect(item('<description>a<br/>b &lt;i&gt;c&lt;/i&gt; <img src="x"></description>').bodyHtml).toBe(
    'a<br>b <i>c</i> <img src="x">',
  );
});

test('the language of an item comes before that of its feed', () => {
  const channel = '<title>x</title><language>vi</language>';

  expect(onlyArticle(rss('<item><title>x</title></item>', channel)).language).toBe('vi');
  expect(onlyArticle(rss('<item><dc:language>lo</dc:language></item>', channel)).language).toBe('lo');
  expect(onlyArticle(rss('<item xml:lang="km"><title>x</title></item>', channel)).language).toBe('km');
  expect(onlyArticle(rss('<item><title xml:lang="th">x</title></item>', channel)).language).toBe('th');
  expect(onlyArticle(rss('<item xml:lang=""><title>x</title></item>', channel)).language).toBe('vi');
});

test('the language said of the source stands in where the feed is silent', () => {
  expect(onlyArticle(rss('<item><title>x</title></item>'), { language: 'fr' }).language).toBe('fr');
});

test('bylines are names, each once, and never addresses', () => {
  expect(
    item(
      '<author>lan@news.example (Lan Anh)</author><dc:creator>Lan Anh</dc:creator><dc:creator>&lt;b&gt;Minh&lt;/b&gt;</dc:creator><author>x@news.example</author>',
    ).bylines,
  ).toEqual(['Lan Anh', 'Minh']);
});

test('a date that cannot be read is told, not guessed', () => {
  expect(item('<pubDate>1/5/2026 8:30</pubDate>')).toMatchObject({
    publishedAt: null,
    unreadableDate: '1/5/2026 8:30',
  });
  expect(item('<pubDate>soon</pubDate><dc:date>2026-01-05</dc:date>')).toMatchObject({
    publishedAt: new Date('2026-01-05T00:00:00Z'),
    unreadableDate: null,
  });
  expect(item('<title>x</title>')).toMatchObject({ publishedAt: null, unreadableDate: null });
});

test('categories are subjects, with a code where their scheme is an address or they are codes themselves', () => {
  expect(
    item(
      `<category>Văn hoá</category><category>Văn hoá</category><category>medtop:11000000</category>
       <category domain="https://topics.example/">17</category><category domain="news">Lào</category>
       <category domain="http://cv.iptc.org/newscodes/mediatopic/11000000">politics</category>
       <dc:subject>ASEAN</dc:subject><media:keywords>biển, đảo</media:keywords>`,
    ).subjects,
  ).toEqual([
    { code: null, name: 'Văn hoá', kind: null },
    { code: 'medtop:11000000', name: null, kind: null },
    { code: 'https://topics.example/17', name: '17', kind: null },
    { code: null, name: 'Lào', kind: null },
    { code: 'http://cv.iptc.org/newscodes/mediatopic/11000000', name: 'politics', kind: null },
    { code: null, name: 'ASEAN', kind: null },
    { code: null, name: 'biển', kind: null },
    { code: null, name: 'đảo', kind: null },
  ]);
});

test('a picture comes with its caption, credit and size', () => {
  expect(
    item(
      `<media:content url="/a.jpg" medium="image" width="800" height="600px"><media:title>Cầu</media:title>
       <media:description>Cầu &lt;b&gt;mới&lt;/b&gt;</media:description><media:credit role="photographer">Minh</media:credit></media:content>
       <enclosure url="https://news.example/a.jpg" type="image/jpeg" length="1"/>`,
    ).media,
  ).toEqual([
    {
      kind: 'picture',
      url: 'https://news.example/a.jpg',
      mimeType: null,
      width: 800,
      height: 600,
      durationSeconds: null,
      alt: 'Cầu',
      caption: 'Cầu mới',
      credit: 'Minh',
    },
  ]);
});

test('of a group one of each kind is taken, the default or the widest', () => {
  const { media } = item(
    `<media:group><media:content url="https://m.example/s.jpg" type="image/jpeg" width="100"/>
     <media:content url="https://m.example/l.jpg" type="image/jpeg" width="900"/>
     <media:content url="https://m.example/a.mp4" type="video/mp4" duration="1:15" isDefault="true"/>
     <media:content url="https://m.example/b.mp4" type="video/mp4" width="4000"/>
     <media:copyright>Đài</media:copyright></media:group>`,
  );

  expect(media).toMatchObject([
    { kind: 'picture', url: 'https://m.example/l.jpg', credit: 'Đài' },
    { kind: 'video', url: 'https://m.example/a.mp4', durationSeconds: 75 },
  ]);
});

test('a thumbnail counts where there is no picture', () => {
  expect(item('<media:thumbnail url="https://m.example/t"/>').media).toMatchObject([{ kind: 'picture' }]);
  expect(
    item('<media:thumbnail url="https://m.example/t"/><enclosure url="https://m.example/p.png" type="image/png"/>')
      .media,
  ).toMatchObject([{ url: 'https://m.example/p.png' }]);
});

test('what is neither picture, sound nor film, or is not on the web, is no media', () => {
  expect(
    item(
      '<enclosure url="javascript:x()" type="image/jpeg"/><media:content url="data:text/html,x" medium="image"/><enclosure url="https://m.example/a.zip" type="application/zip"/>',
    ).media,
  ).toEqual([]);
});

test('links and media are relative to xml:base, else the page of the feed, else where the feed was', () => {
  const inside = '<item><title>x</title><link>a</link></item>';

  expect(onlyArticle(rss(`<item xml:base="/sub/"><link>a</link></item>`)).url).toBe('https://news.example/sub/a');
  expect(onlyArticle(rss(inside)).url).toBe('https://news.example/a');
  expect(onlyArticle(rss(inside, '<title>x</title>'), { baseUrl: 'https://feeds.example/rss/' }).url).toBe(
    'https://feeds.example/rss/a',
  );
  expect(onlyArticle(rss(inside, '<title>x</title>'))).toMatchObject({ url: null, identity: 'a' });
});

test('modules are read under any prefix, and under the usual one where it is not declared', () => {
  const other =
    '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><c:encoded>&lt;p&gt;x</c:encoded></item></channel></rss>';
  const undeclared = '<rss><channel><item><content:encoded>&lt;p&gt;x</content:encoded></item></channel></rss>';
  const confused = '<rss xmlns="http://www.w3.org/2005/Atom"><channel><item><title>x</title></item></channel></rss>';

  expect(onlyArticle(other).bodyHtml).toBe('<p>x');
  expect(onlyArticle(undeclared).bodyHtml).toBe('<p>x');
  expect(onlyArticle(confused).headline).toBe('x');
});

test('the words of modules are not the words of the feed', () => {
  expect(
    item('<media:title>không phải</media:title><title>đúng</title><atom:link href="https://x.example/" rel="self"/>'),
  ).toMatchObject({
    headline: 'đúng',
    url: null,
  });
});

test('the next page of a feed is found', () => {
  const channel = '<title>x</title><link>https://news.example/</link><atom:link rel="next" href="/feed?page=2"/>';

  expect(readText(rss('', channel), { baseUrl: 'https://news.example/feed' }).nextUrl).toBe(
    'https://news.example/feed?page=2',
  );
});

test('a feed without items is a feed', () => {
  expect(readText(rss(''))).toMatchObject({ title: 'Báo', items: [] });
});
