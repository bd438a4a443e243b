import { cleanHtml } from '../../../src/ingest/markup/clean-html.js';
import type { IncomingArticle } from '../../../src/ingest/incoming.js';
import { parseNewsmlG2 } from '../../../src/ingest/formats/parse-newsml-g2.js';

const XHTML =
  '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>Nội <em>dung</em> &amp; ảnh<br/></p></body></html></inlineXML>';

const ITEM = `
  <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:20260105:1" version="3" standard="NewsML-G2"
      standardversion="2.35" conformance="power" xml:lang="en">
    <rightsInfo><copyrightHolder><name>Agency</name></copyrightHolder></rightsInfo>
    <itemMeta>
      <itemClass qcode="ninat:text"/><provider qcode="nprov:X"/>
      <versionCreated>2026-01-05T09:00:00+07:00</versionCreated>
      <firstCreated>2026-01-05T08:30:00+07:00</firstCreated>
      <pubStatus qcode="stat:usable"/>
    </itemMeta>
    <contentMeta>
      <urgency>3</urgency>
      <contentCreated>2026-01-04</contentCreated>
      <by>Nguyễn An</by>
      <language tag="vi"/>
      <altId type="idtype:story">story-9</altId>
      <keyword>hội nghị</keyword>
      <subject type="cpnat:abstract" qcode="medtop:11000000"><name xml:lang="en">politics</name><name xml:lang="vi">chính trị</name></subject>
      <subject type="cpnat:event" uri="https://agency.example/e/1"><name>Conference</name></subject>
      <subject type="cpnat:geoArea" qcode="iso3166-1a2:VN"><name>Việt Nam</name></subject>
      <subject type="cpnat:person" literal="x"><name>Trần Bình</name></subject>
      <slugline>CONFERENCE</slugline>
      <headline role="hld:short">Ngắn</headline>
      <headline>Hội nghị khai mạc<br/>tại Hà Nội</headline>
      <description role="drol:summary">Sáng 5/1, hội nghị khai mạc.</description>
    </contentMeta>
    <contentSet>${XHTML}</contentSet>
  </newsItem>`;

function outcome(xml: string): IncomingArticle {
  const [item] = parseNewsmlG2(xml).items;
  if (item === undefined || 'reason' in item) throw new Error(item?.reason ?? 'No item.');
  return item;
}

const withMeta = (meta: string): string => ITEM.replace('</itemMeta>', `${meta}</itemMeta>`);
const withContent = (content: string): string => ITEM.replace(XHTML, content);

test('a newsItem is an article', () => {
  expect(outcome(ITEM)).toEqual({
    identity: 'urn:newsml:agency.example:20260105:1',
    storyIdentity: 'story-9',
    language: 'vi',
    headline: 'Hội nghị khai mạc tại Hà Nội',
    lede: 'Sáng 5/1, hội nghị khai mạc.',
    bodyHtml: expect.stringContaining('<p>Nội <em>dung</em> &amp; ảnh<br></p>') as unknown,
    url: null,
    baseUrl: null,
    bylines: ['Nguyễn An'],
    publishedAt: new Date('2026-01-05T01:30:00Z'),
    updatedAt: new Date('2026-01-05T02:00:00Z'),
    unreadableDate: null,
    urgency: 3,
    credit: 'Agency',
    subjects: [
      { code: null, name: 'hội nghị', kind: null },
      { code: 'medtop:11000000', name: 'chính trị', kind: 'topic' },
      { code: 'https://agency.example/e/1', name: 'Conference', kind: 'event' },
      { code: 'iso3166-1a2:VN', name: 'Việt Nam', kind: 'country' },
      { code: 'x', name: 'Trần Bình', kind: null },
    ],
    media: [],
    status: 'usable',
    embargoedUntil: null,
    expiresAt: null,
    isCorrection: false,
    notes: [],
  });
});

test('a prefix changes nothing', () => {
  const prefixed = ITEM.replace('xmlns=', 'xmlns:nar=').replaceAll(
    /<(\/?)(?!\/|html|head>|title|body|p>|em>|br)([a-zA-Z])/g,
    '<$1nar:$2',
  );

  expect(prefixed).toContain('<nar:itemMeta>');
  expect({ ...outcome(prefixed), headline: '' }).toEqual({ ...outcome(ITEM), headline: '' });
});

test('a newsMessage has many items, each with its outcome', () => {
  const message = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-01-05</sent></header><itemSet>${ITEM}
    <packageItem guid="urn:p"><groupSet root="g"><group id="g"><itemRef residref="urn:x"><title>X</title></itemRef></group></groupSet></packageItem>
    <conceptItem guid="urn:c"/><planningItem guid="urn:l"/><catalogItem/>
    ${ITEM.replace('20260105:1', '20260105:2')}</itemSet></newsMessage>`;
  const items = parseNewsmlG2(message).items.map(item =>
    'reason' in item ? `${item.label}: ${item.reason.split(',')[0]}` : item.identity,
  );

  expect(items).toEqual([
    'urn:newsml:agency.example:20260105:1',
    expect.stringMatching(/^urn:p: It is a package/),
    expect.stringMatching(/^urn:c: It describes a concept/),
    expect.stringMatching(/^urn:l: It is a plan/),
    expect.stringMatching(/^item 5: It is a catalogue/),
    'urn:newsml:agency.example:20260105:2',
  ]);
});

test.each([
  ['<embargoed>2026-01-06T07:00:00+07:00</embargoed>', new Date('2026-01-06T00:00:00Z')],
  ['<embargoed/>', 'forever'],
  ['<embargoed xsi:nil="true"></embargoed>', 'forever'],
  ['<embargoed>soon</embargoed>', 'forever'],
  ['', null],
])('%s holds it back until %s', (meta, until) => {
  expect(outcome(withMeta(meta)).embargoedUntil).toEqual(until);
});

test.each([
  ['qcode="stat:withheld"', 'withheld'],
  ['qcode="stat:canceled"', 'canceled'],
  ['uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"', 'canceled'],
  ['qcode="stat:other"', 'withheld'],
  ['', 'usable'],
])('pubStatus %s is %s', (attribute, status) => {
  expect(outcome(ITEM.replace('qcode="stat:usable"', attribute)).status).toBe(status);
});

test('an item expires', () => {
  expect(outcome(withMeta('<expires>2026-02-01T00:00:00Z</expires>')).expiresAt).toEqual(
    new Date('2026-02-01T00:00:00Z'),
  );
});

test('a translation tells its story by the original', () => {
  const translation = withMeta('<link rel="irel:translationOf" residref="urn:original"/>').replace(
    /<altId.*<\/altId>/,
    '',
  );

  expect(outcome(translation).storyIdentity).toBe('urn:original');
});

test.each([
  [
    'NITF',
    `<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>t</title></head><body>
      <body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><block><hl2>h</hl2><p>a <org>b</org></p><bq><p>q</p></bq></block>
      <media media-type="image"><media-reference mime-type="image/jpeg" source="https://agency.example/p.jpg" alternate-text="P"/><media-caption>c</media-caption></media>
      </body.content><body.end><tagline>end</tagline></body.end></body></nitf></inlineXML>`,
    '<h3>h</h3><p>a b</p><blockquote><p>q</p></blockquote><figure><img src="https://agency.example/p.jpg" alt="P" /><figcaption>c</figcaption></figure>',
  ],
  ['text', '<inlineData contenttype="text/plain">a &lt; b\n\nc</inlineData>', '<p>a &lt; b</p><p>c</p>'],
  ['escaped markup', '<inlineData contenttype="text/html">&lt;p&gt;a&lt;/p&gt;</inlineData>', '<p>a</p>'],
  ['CDATA', '<inlineData contenttype="text/html"><![CDATA[<p>a</p>]]></inlineData>', '<p>a</p>'],
  [
    'XHTML before NITF',
    `<inlineXML><nitf><body><body.content><p>n</p></body.content></body></nitf></inlineXML>${XHTML}`,
    '<p>Nội <em>dung</em> &amp; ảnh</p>',
  ],
  [
    'no content',
    '<inlineXML hascontent="false"/><inlineData contenttype="image/png" encoding="encd:base64">AAAA</inlineData>',
    '',
  ],
])('reads %s', (_, content, html) => {
  expect(cleanHtml(outcome(withContent(content)).bodyHtml ?? '', null).replaceAll('\n', '')).toBe(html);
});

test('a picture is an article that shows the largest rendition on the web', () => {
  const picture = withContent(`
    <remoteContent href="./local.jpg" contenttype="image/jpeg" width="4000" height="3000"/>
    <remoteContent href="https://agency.example/t.jpg" rendition="rnd:thumbnail" contenttype="image/jpeg" width="80" height="60"/>
    <remoteContent href="https://agency.example/h.jpg" rendition="rnd:highRes" contenttype="image/jpeg" width="800" height="600"/>
    <remoteContent href="javascript:alert(1)" contenttype="image/jpeg" width="9000" height="600"/>`).replace(
    'ninat:text',
    'ninat:picture',
  );

  expect(outcome(picture).media).toEqual([
    {
      kind: 'picture',
      url: 'https://agency.example/h.jpg',
      mimeType: 'image/jpeg',
      width: 800,
      height: 600,
      durationSeconds: null,
      alt: null,
      caption: 'Sáng 5/1, hội nghị khai mạc.',
      credit: 'Agency',
    },
  ]);
});

test('an item without anything to read is told', () => {
  expect(parseNewsmlG2('<newsItem guid="urn:x"><itemMeta/></newsItem>').items).toEqual([
    { label: 'urn:x', reason: expect.stringContaining('no headline') as unknown },
  ]);
  expect(parseNewsmlG2('<newsMessage><itemSet/></newsMessage>').items).toEqual([]);
  expect(parseNewsmlG2('<other/>').items).toEqual([
    { label: 'item 1', reason: expect.stringContaining('no newsItem') as unknown },
  ]);
});

test('a cancellation needs only to say what is canceled', () => {
  const kill = '<newsItem guid="urn:x"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta></newsItem>';

  expect(outcome(kill)).toMatchObject({ identity: 'urn:x', status: 'canceled' });
});

test('a file that ends in the middle of an item does not give half of it', () => {
  expect(parseNewsmlG2(ITEM.slice(0, -40)).items).toEqual([
    { label: 'urn:newsml:agency.example:20260105:1', reason: expect.stringContaining('ends in the middle') as unknown },
  ]);
});

test('entities that the file declares are not expanded', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${ITEM.replace('Nội <em>', '&b;&f;<em>')}`;

  expect(outcome(bomb).bodyHtml).not.toContain('aaaa');
});
