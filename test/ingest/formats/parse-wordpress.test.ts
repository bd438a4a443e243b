import { parseWordpress } from '../../../src/ingest/formats/parse-wordpress.js';

const POST = {
  id: 7,
  date: '2026-01-05T08:30:00',
  date_gmt: '2026-01-05T01:30:00',
  modified_gmt: '2026-01-05T02:00:00',
  guid: { rendered: 'https://wp.example/?p=7' },
  slug: 'hoi-nghi',
  status: 'publish',
  type: 'post',
  link: 'https://wp.example/hoi-nghi/',
  title: { rendered: 'Hội nghị &#8220;Đối ngoại&#8221; &#038; hợp tác' },
  content: { rendered: '<p>Nội dung</p>', protected: false },
  excerpt: { rendered: '<p>Tóm tắt [&hellip;]</p>\n', protected: false },
  lang: 'vi',
  _embedded: {
    author: [{ name: 'Nguyễn An' }, { code: 'rest_user_invalid_id' }],
    'wp:featuredmedia': [
      {
        media_type: 'image',
        mime_type: 'image/jpeg',
        source_url: 'https://wp.example/p.jpg',
        alt_text: 'Cầu',
        caption: { rendered: '<p>Chú thích</p>' },
        media_details: { width: 1200, height: 800, image_meta: { credit: 'TTXVN' } },
      },
    ],
    'wp:term': [
      [
        { taxonomy: 'category', name: 'Chính trị', slug: 'chinh-tri' },
        { taxonomy: 'category', name: 'Uncategorized', slug: 'uncategorized' },
      ],
      [{ taxonomy: 'post_tag', name: 'Lào &amp; Việt', slug: '%c4%91%e1%bb%91i' }],
    ],
  },
};

test('a published post is an article', () => {
  expect(parseWordpress([POST])).toEqual({
    format: 'wordpress',
    title: null,
    language: null,
    nextUrl: null,
    items: [
      {
        identity: 'https://wp.example/?p=7',
        storyIdentity: null,
        language: 'vi',
        headline: 'Hội nghị “Đối ngoại” & hợp tác',
        lede: 'Tóm tắt',
        bodyHtml: '<p>Nội dung</p>',
        url: 'https://wp.example/hoi-nghi/',
        baseUrl: 'https://wp.example/hoi-nghi/',
        bylines: ['Nguyễn An'],
        publishedAt: new Date('2026-01-05T01:30:00Z'),
        updatedAt: new Date('2026-01-05T02:00:00Z'),
        unreadableDate: null,
        urgency: null,
        credit: null,
        subjects: [
          { code: 'chinh-tri', name: 'Chính trị', kind: 'topic' },
          { code: 'đối', name: 'Lào & Việt', kind: null },
        ],
        media: [
          {
            kind: 'picture',
            url: 'https://wp.example/p.jpg',
            mimeType: 'image/jpeg',
            width: 1200,
            height: 800,
            durationSeconds: null,
            alt: 'Cầu',
            caption: 'Chú thích',
            credit: 'TTXVN',
          },
        ],
        status: 'usable',
        embargoedUntil: null,
        expiresAt: null,
        isCorrection: false,
        notes: [],
      },
    ],
  });
});

test.each([
  ['draft', { status: 'draft' }],
  ['private', { status: 'private' }],
  ['future', { status: 'future' }],
  ['password', { content: { rendered: '', protected: true } }],
])('a post that is not open to anybody (%s) is not taken', (why, change) => {
  expect(parseWordpress([{ ...POST, ...change }, POST]).items).toEqual([
    { label: 'https://wp.example/hoi-nghi/', reason: expect.stringContaining(why) as unknown },
    expect.objectContaining({ identity: 'https://wp.example/?p=7' }),
  ]);
});

test.each([
  null,
  5,
  'x',
  {},
  [null],
  [[]],
  [{}],
  [{ title: 5, content: [], _embedded: 'x', guid: {}, link: {} }],
  { code: 'rest_no_route', message: 'x' },
])('what is no post (%j) is told and does not make it fail', value => {
  for (const item of parseWordpress(value).items) expect('reason' in item || item.headline === '5').toBe(true);
});
