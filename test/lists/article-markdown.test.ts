import { articleMarkdown } from '../../src/lists/article-markdown.js';
import type { ListedArticle } from '../../src/lists/published-list.js';
import type { ArticleRow } from '../../src/content/article-row.js';
import { MediaKind } from '../../src/content/media.js';

const item = (html: string | null, headline = 'Hội nghị'): ListedArticle => ({
  article: { headline, lede: 'Mở đầu *không đậm*' } as ArticleRow,
  articleId: 'art_100',
  id: 'tag:x',
  url: 'https://desk.example/one?a=1&b=2',
  pageUrl: 'https://gateway.example/articles/art_100',
  html,
  text: null,
  media: [],
  credit: 'The Desk',
  source: { name: 'The Desk', homepage: null },
  topics: [],
  events: [],
});

test('an article in Markdown keeps its headings, lists, links and emphasis, and ends with the credit', () => {
  const html =
    '<h2>Tiếp</h2><p>Một <strong>đậm</strong> và <em>nghiêng</em>, <a href="https://desk.example/x">đường</a>.</p><ul><li>a</li><li>b</li></ul><blockquote><p>lời</p></blockquote>';
  const lines = articleMarkdown(item(html)).split('\n').filter(Boolean);
  expect(lines).toEqual([
    '# Hội nghị',
    '## Tiếp',
    'Một **đậm** và *nghiêng*, [đường](https://desk.example/x).',
    expect.stringMatching(/^- +a$/),
    expect.stringMatching(/^- +b$/),
    '> lời',
    '[The Desk](https://desk.example/one?a=1&b=2)',
  ]);
});

test('what only looks like Markdown stays text', () => {
  expect(articleMarkdown(item('<p>1. * # [x](javascript:y) &lt;b&gt;</p>', '# *x*'))).toContain('# \\# \\*x\\*');
  const markdown = articleMarkdown(item('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>', '<img src=x>'));
  expect(markdown).not.toMatch(/<(script|img)/);
  expect(markdown).toContain('&lt;script>alert(1)&lt;/script> &amp;lt;');
  expect(articleMarkdown(item('<p>a [x](y) *b*</p>'))).toContain('a \\[x\\](y) \\*b\\*');
  expect(articleMarkdown(item(null))).toContain('Mở đầu \\*không đậm\\*');
});

test('the main picture goes along with its caption and credit', () => {
  const picture = {
    id: 1,
    kind: MediaKind.PICTURE,
    url: 'https://desk.example/p.jpg',
    mimeType: 'image/jpeg',
    width: 640,
    height: 480,
    durationSeconds: null,
    alt: 'Cờ',
    caption: 'Hai lá cờ',
    credit: 'Lan',
  };
  const markdown = articleMarkdown({ ...item('<p>x</p>'), media: [picture] });
  expect(markdown).toContain('![Cờ](https://desk.example/p.jpg)');
  expect(markdown).toContain('*Hai lá cờ — Lan*');
});
