import * as fc from 'fast-check';
import type { IncomingArticle } from '../../../src/ingest/incoming.js';
import { parseNinjs } from '../../../src/ingest/formats/parse-ninjs.js';

const FIRST = {
  uri: 'urn:newsml:agency.example:20260105:1',
  type: 'text',
  firstcreated: '2026-01-05T08:30:00+07:00',
  versioncreated: '2026-01-05T09:00:00+07:00',
  language: 'vi_VN',
  urgency: 3,
  headline: 'Hội nghị khai mạc tại Hà Nội',
  description_text: 'Sáng 5/1, hội nghị khai mạc.',
  body_text: 'Đoạn một.\n\nĐoạn hai.',
  byline: 'Nguyễn An',
  copyrightholder: 'Agency',
  subject: [{ name: 'politics', scheme: 'http://cv.iptc.org/newscodes/mediatopic/', code: '11000000' }],
  place: [{ name: 'Việt Nam', scheme: 'http://cvx.iptc.org/iso3166-1a2/', code: 'VN' }, { name: 'Hà Nội' }],
  event: [{ name: 'Conference 2026', code: 'conference-2026' }],
  altids: { story: 'story-9' },
  renditions: { thumb: { href: 'https://agency.example/t.jpg', mimetype: 'image/jpg', width: 80, height: 60 } },
  associations: {
    main: {
      type: 'picture',
      description_text: 'Toàn cảnh',
      byline: 'Trần Bình',
      renditions: {
        small: { href: 'https://agency.example/s.jpg', mimetype: 'image/jpeg', width: 200, height: 100 },
        large: { href: 'https://agency.example/l.jpg', mimetype: 'image/jpeg', width: 2000, height: 1000 },
      },
    },
    other: { type: 'text', headline: 'Another', body_text: 'Another' },
  },
};

const THIRD = {
  uri: FIRST.uri,
  type: 'text',
  firstCreated: FIRST.firstcreated,
  versionCreated: FIRST.versioncreated,
  language: 'vi_VN',
  urgency: 3,
  headlines: [
    { role: 'short', value: 'Ngắn' },
    { role: 'main', value: FIRST.headline },
  ],
  descriptions: [
    { role: 'writer', value: 'desk' },
    { role: 'summary', value: FIRST.description_text },
  ],
  bodies: [{ contentType: 'text/plain', value: FIRST.body_text }],
  by: 'Nguyễn An',
  copyrightHolder: 'Agency',
  subjects: [{ name: 'politics', uri: 'http://cv.iptc.org/newscodes/mediatopic/11000000' }],
  places: [{ name: 'Việt Nam', uri: 'http://cvx.iptc.org/iso3166-1a2/VN' }, { name: 'Hà Nội' }],
  events: [{ name: 'Conference 2026', literal: 'conference-2026' }],
  altIds: [
    { role: 'other', value: 'x' },
    { role: 'story', value: 'story-9' },
  ],
  renditions: [{ name: 'thumb', ...FIRST.renditions.thumb }],
  associations: [
    {
      name: 'main',
      ...FIRST.associations.main,
      by: 'Trần Bình',
      renditions: Object.values(FIRST.associations.main.renditions),
    },
    { name: 'other', ...FIRST.associations.other },
  ],
};

function article(value: unknown): IncomingArticle {
  const [item] = parseNinjs(value).items;
  if (item === undefined || 'reason' in item) throw new Error(item?.reason ?? 'No item.');
  return item;
}

function reason(value: unknown): string {
  const [item] = parseNinjs(value).items;
  return item !== undefined && 'reason' in item ? `${item.label}: ${item.reason}` : '';
}

test.each([
  ['1', FIRST],
  ['3', THIRD],
])('an item of ninjs %s is an article', (_, item) => {
  expect(article(item)).toEqual({
    identity: 'urn:newsml:agency.example:20260105:1',
    storyIdentity: 'story-9',
    language: 'vi-VN',
    headline: 'Hội nghị khai mạc tại Hà Nội',
    lede: 'Sáng 5/1, hội nghị khai mạc.',
    bodyHtml: '<p>Đoạn một.</p>\n<p>Đoạn hai.</p>',
    url: null,
    baseUrl: null,
    bylines: ['Nguyễn An'],
    publishedAt: new Date('2026-01-05T01:30:00Z'),
    updatedAt: new Date('2026-01-05T02:00:00Z'),
    unreadableDate: null,
    urgency: 3,
    credit: 'Agency',
    subjects: [
      { code: 'http://cv.iptc.org/newscodes/mediatopic/11000000', name: 'politics', kind: 'topic' },
      { code: 'conference-2026', name: 'Conference 2026', kind: 'event' },
      { code: 'http://cvx.iptc.org/iso3166-1a2/VN', name: 'Việt Nam', kind: 'country' },
      { code: null, name: 'Hà Nội', kind: null },
    ],
    media: [
      expect.objectContaining({
        kind: 'picture',
        url: 'https://agency.example/t.jpg',
        mimeType: 'image/jpeg',
        caption: null,
      }),
      expect.objectContaining({
        url: 'https://agency.example/l.jpg',
        width: 2000,
        caption: 'Toàn cảnh',
        credit: 'Trần Bình',
      }),
    ],
    status: 'usable',
    embargoedUntil: null,
    expiresAt: null,
    isCorrection: false,
    notes: [],
  });
});

test.each([
  ['an item', FIRST, 1],
  ['a list', [FIRST, THIRD], 2],
  ['items', { title: 'Wire', items: [FIRST, THIRD] }, 2],
  ['one in ninjs', { ninjs: FIRST }, 1],
  ['data of items of items', { data: { items: [{ item: FIRST }, { item: THIRD }] } }, 2],
  ['an empty list', [], 0],
  ['an empty wrapper', { items: [] }, 0],
])('reads %s', (_, value, count) => {
  const { items, format } = parseNinjs(value);

  expect(format).toBe('ninjs');
  expect(items).toHaveLength(count);
  expect(items.filter(item => 'reason' in item)).toEqual([]);
});

test.each([
  [
    'HTML before text',
    {
      bodies: [
        { contentType: 'text/plain', value: 'a' },
        { role: 'text', contentType: 'application/xhtml+xml', value: '<p>b</p>' },
      ],
    },
    '<p>b</p>',
  ],
  ['XHTML of ninjs 1', { body_text: 'a', body_xhtml: '<p>b</p>' }, '<p>b</p>'],
  ['text that is markup', { bodies: [{ value: '<p>b</p>' }] }, '<p>b</p>'],
  ['text that is none', { bodies: [{ value: '5 < 7' }] }, '<p>5 &lt; 7</p>'],
  [
    'NITF',
    {
      body_nitf:
        '<nitf><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><block><hl2>h</hl2><p>b</p></block></body.content></body></nitf>',
    },
    '<div><h3>h</h3><p>b</p></div>',
  ],
  ['a list of texts', { bodies: ['a'] }, '<p>a</p>'],
  ['what is not empty', { body_html: ' ', body_text: 'a' }, '<p>a</p>'],
])('takes for the body %s', (_, body, html) => {
  expect(article({ uri: 'urn:x', ...body }).bodyHtml).toBe(html);
});

test.each([
  ['usable', 'usable'],
  ['WITHHELD', 'withheld'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['stat:canceled', 'canceled'],
  [undefined, 'usable'],
  [null, 'usable'],
  ['', 'usable'],
  ['draft', 'withheld'],
  [5, 'withheld'],
  [{ qcode: 'stat:usable' }, 'withheld'],
])('the status %j is %s', (pubstatus, status) => {
  expect(article({ ...FIRST, pubstatus }).status).toBe(status);
});

test('a cancellation needs only to say what is canceled', () => {
  expect(article({ uri: 'urn:x', pubStatus: 'canceled' })).toMatchObject({ identity: 'urn:x', status: 'canceled' });
});

test.each([
  ['embargoed', '2026-01-06T00:00:00Z', new Date('2026-01-06T00:00:00Z')],
  ['embargoedUntil', '2026-01-06T07:00:00+07:00', new Date('2026-01-06T00:00:00Z')],
  ['embargoed', '', 'forever'],
  ['embargoed', null, 'forever'],
  ['embargoed', 'until the speech is given', 'forever'],
  ['embargoed', {}, 'forever'],
  ['other', '2026-01-06T00:00:00Z', null],
])('%s: %j holds it back until %s', (name, value, until) => {
  expect(article({ ...FIRST, [name]: value }).embargoedUntil).toEqual(until);
});

test('a picture alone is an article that shows it', () => {
  const picture = article({
    uri: 'urn:p',
    type: 'picture',
    headline: 'Cầu',
    description_text: 'Cây cầu',
    contentcreated: '1950-01-01T00:00:00Z',
    versioncreated: '2026-01-05T00:00:00Z',
    renditions: { main: { href: 'https://agency.example/p' } },
  });

  expect(picture).toMatchObject({
    headline: 'Cầu',
    lede: 'Cây cầu',
    bodyHtml: null,
    publishedAt: new Date('2026-01-05T00:00:00Z'),
  });
  expect(picture.media).toMatchObject([{ kind: 'picture', url: 'https://agency.example/p', caption: 'Cây cầu' }]);
});

test('only what can be fetched from the web is media', () => {
  const hrefs = [
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    'file:///p.jpg',
    'p.jpg',
    '//agency.example/ok.jpg',
    5,
    null,
  ];
  const associations = hrefs.map(href => ({ type: 'picture', renditions: [{ href }] }));

  expect(article({ ...FIRST, renditions: [], associations }).media.map(({ url }) => url)).toEqual([
    'https://agency.example/ok.jpg',
  ]);
});

test('a package with a text of its own is an article, one without it the texts it holds, or nothing', () => {
  const text = { uri: 'urn:t', type: 'text', headline: 'T', body_text: 't' };

  expect(
    article({ uri: 'urn:c', type: 'composite', headline: 'C', body_text: 'c', associations: [text] }).identity,
  ).toBe('urn:c');
  expect(article({ uri: 'urn:c', type: 'composite', headline: 'C', associations: [text] }).identity).toBe('urn:t');
  expect(reason({ uri: 'urn:c', type: 'composite', headline: 'C', associations: [{ uri: 'urn:t' }] })).toMatch(
    /^urn:c: .*package/,
  );
});

test.each([
  [{ uri: 'urn:e', type: 'event', headlines: [{ value: 'E' }], bodies: [{ value: 'e' }] }, /urn:e: It is an event/],
  [{ uri: 'urn:e', eventDetails: { dates: {} } }, /urn:e: It is an event/],
  [{ uri: 'urn:p', type: 'planning' }, /urn:p: It is a plan/],
  [{ uri: 'urn:n', type: 'text' }, /urn:n: It has no headline/],
  ['text', /item 1: It is not a JSON object/],
  [5, /item 1: It is not/],
  [null, /item 1: It is not/],
  [[FIRST.uri], /item 1: It is not/],
  [[[[[[[]]]]]], /item 1: It is not/],
])('says why %j is no article', (value, why) => {
  expect(reason(value)).toMatch(why);
});

test('markup in a line of text is read, and text that looks a little like it stays', () => {
  expect(article({ ...FIRST, headline: 'A &amp; <b>B</b>' }).headline).toBe('A & B');
  expect(article({ ...FIRST, headline: '<script>alert(1)</script>Tin' }).headline).toBe('Tin');
  expect(article({ ...FIRST, headline: '5<7 & R&D > 3' }).headline).toBe('5<7 & R&D > 3');
});

test('names that objects have of themselves are names like others', () => {
  const item = JSON.parse(
    '{"uri":"urn:x","headline":"H","__proto__":{"pubstatus":"canceled"},"altids":{"__proto__":"y","constructor":"z"}}',
  ) as unknown;

  expect(article(item)).toMatchObject({ status: 'usable', storyIdentity: null });
});

test('no value makes it fail', () => {
  const names = [
    ...Object.keys(FIRST),
    ...Object.keys(THIRD),
    'pubStatus',
    'embargoed',
    'expires',
    'items',
    'value',
    'role',
    'href',
    'body_nitf',
    'name',
    'bylines',
  ];
  const { value } = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(null, true, 0, -1, 1e308, '', 'x', '\ud800\0', '<p>', '2026-01-05', 'x'.repeat(5000)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 }),
    ),
  }));

  fc.assert(
    fc.property(value, fc.dictionary(fc.constantFrom(...names), value), (any, members) => {
      parseNinjs(any);
      for (const item of parseNinjs([
        { ...FIRST, ...members },
        { ...THIRD, ...members },
      ]).items)
        expect(item).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test('associations in associations in associations end', () => {
  let item: unknown = { type: 'picture', renditions: [{ href: 'https://agency.example/deep.jpg' }] };
  for (let depth = 0; depth < 10_000; depth++) item = { associations: [item] };

  expect(article({ ...FIRST, associations: [item] }).media).toHaveLength(1);
});
