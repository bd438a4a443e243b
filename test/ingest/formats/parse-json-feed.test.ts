import { jsonFeed, onlyArticle, readText } from '../feed-samples.js';

test('an item of JSON Feed 1.1 becomes an article', () => {
  const item = {
    id: 'x-1',
    url: 'https://news.example/1',
    title: 'Khai mạc &amp; bế mạc',
    content_html: '<p>Toàn văn</p>',
    summary: 'Tóm tắt',
    image: 'https://news.example/1.jpg',
    date_published: '2026-01-05T08:30:00+07:00',
    date_modified: '2026-01-06T08:30:00+07:00',
    authors: [{ name: 'Lan Anh' }, { url: 'https://x.example' }],
    tags: ['Lào', 'Lào', 7],
    language: 'vi',
    attachments: [
      { url: '/1.mp3', mime_type: 'audio/mpeg', duration_in_seconds: 75.2 },
      { url: 'javascript:x()', mime_type: 'image/png' },
    ],
  };
  const feed = readText(
    jsonFeed([item], {
      language: 'en',
      next_url: 'https://news.example/feed?2',
      feed_url: 'https://news.example/feed',
    }),
  );

  expect(feed).toMatchObject({
    format: 'json-feed',
    title: 'Báo',
    language: 'en',
    nextUrl: 'https://news.example/feed?2',
  });
  expect(feed.items).toMatchObject([
    {
      identity: 'x-1',
      language: 'vi',
      headline: 'Khai mạc & bế mạc',
      lede: 'Tóm tắt',
      bodyHtml: '<p>Toàn văn</p>',
      url: 'https://news.example/1',
      bylines: ['Lan Anh'],
      publishedAt: new Date('2026-01-05T01:30:00Z'),
      updatedAt: new Date('2026-01-06T01:30:00Z'),
      subjects: [
        { code: null, name: 'Lào', kind: null },
        { code: null, name: '7', kind: null },
      ],
      media: [
        { kind: 'picture', url: 'https://news.example/1.jpg' },
        { kind: 'audio', url: 'https://news.example/1.mp3', durationSeconds: 75 },
      ],
    },
  ]);
});

test('an id that is a number becomes text, and the address stands in for none', () => {
  expect(onlyArticle(jsonFeed([{ id: 17 }])).identity).toBe('17');
  expect(onlyArticle(jsonFeed([{ url: 'https://news.example/1' }])).identity).toBe('https://news.example/1');
  expect(onlyArticle(jsonFeed([{ id: { a: 1 } }])).identity).toBeNull();
});

test('content as text becomes paragraphs of exactly that text', () => {
  expect(onlyArticle(jsonFeed([{ id: '1', content_text: 'a < b\nc\n\n<script>' }])).bodyHtml).toBe(
    '<p>a &lt; b<br>c</p>\n<p>&lt;script&gt;</p>',
  );
});

test('the author of version 1.0, and of the feed where the item has none', () => {
  expect(onlyArticle(jsonFeed([{ id: '1', author: { name: 'Minh' } }])).bylines).toEqual(['Minh']);
  expect(onlyArticle(jsonFeed([{ id: '1' }], { author: { name: 'Ban biên tập' } })).bylines).toEqual(['Ban biên tập']);
});

test('an item that is no object loses only itself', () => {
  expect(readText(jsonFeed([null, { id: '2', title: 'x' }, [1]])).items).toMatchObject([
    { label: 'item 1' },
    { identity: '2' },
    { label: 'item 3', reason: 'An item of a JSON Feed is an object; this is not.' },
  ]);
});

test('members of a wrong type are as if absent', () => {
  expect(
    onlyArticle(jsonFeed([{ id: '1', title: ['x'], tags: 'x', authors: 'x', attachments: {}, date_published: 5 }])),
  ).toMatchObject({
    headline: '',
    subjects: [],
    bylines: [],
    media: [],
    unreadableDate: '5',
  });
});

test('characters that cannot be stored are dropped, escaped or not, and line ends in strings are let pass', () => {
  const article = onlyArticle(
    '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"A\\u0000B\0C","content_html":"<p>\n</p>"}]}',
  );

  expect(article).toMatchObject({ headline: 'ABC', bodyHtml: '<p> </p>' });
});

test('a byte order mark before JSON is no part of it', () => {
  expect(onlyArticle(`\ufeff${jsonFeed([{ id: '1' }])}`).identity).toBe('1');
});
