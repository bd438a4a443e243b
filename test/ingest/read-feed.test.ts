import iconv from 'iconv-lite';
import { readFeed } from '../../src/ingest/read-feed.js';
import { Refusal } from '../../src/refusal.js';
import { atom, onlyArticle, readText, rss } from './feed-samples.js';

const ITEM = '<item><guid>1</guid><title>Một</title></item>';

function refusalOf(read: () => unknown): Refusal {
  try {
    read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was read.');
}

test('the charset of the answer counts', () => {
  const feed = readFeed(iconv.encode(rss('<item><title>Ханой</title></item>'), 'windows-1251'), {
    contentType: 'application/rss+xml; charset="windows-1251"',
  });

  expect(feed).toMatchObject({ encoding: 'windows-1251', items: [{ headline: 'Ханой' }] });
});

test.each([
  ['', 'This is empty.'],
  ['<!DOCTYPE html><html><title>404</title></html>', 'HTML page'],
  ['<opml version="2.0"/>', 'root element is opml'],
  ['<!-- x -->', 'without a root element'],
  ['Not Found', 'text without any markup'],
  ['{"code":"rest_no_route"}', '"code"'],
  ['{"version":"https://jsonfeed.org/version/1","items":[{"id":', 'cut off'],
  ['[1, 2]', 'not a list of items'],
  ['\x1f\x8b\x08\x00', 'gzip'],
])('%.40j is refused with what it is and what would be right', (text, seen) => {
  const refusal = refusalOf(() => readFeed(Buffer.from(text, 'latin1')));

  expect(refusal.code).toBe('UNREADABLE_FEED');
  expect(refusal.message).toContain(seen);
});

test('a PNG picture is refused as one', () => {
  const bytes = Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...Array.from({ length: 256 }, (_, byte) => byte),
  ]);

  expect(refusalOf(() => readFeed(bytes)).message).toContain('PNG');
});

test('a source that is said to be something else is told so', () => {
  expect(refusalOf(() => readText(atom(''), { format: 'rss' })).message).toContain('said to be rss, but this is atom');
  expect(readText(atom(''), { format: 'atom' }).format).toBe('atom');
});

test('a file that is cut off keeps its whole items, and says which one is lost', () => {
  const { items } = readText(rss(`${ITEM}<item><guid>2</guid><title>Hai</tit`).replace('</channel></rss>', ''));

  expect(items).toMatchObject([
    { identity: '1' },
    { label: '2', reason: 'The file ends in the middle of this item. Fetch or send the whole file.' },
  ]);
});

test('a file whose last end tags are missing loses nothing', () => {
  expect(readText(rss(ITEM).replace('</channel></rss>', '')).items).toMatchObject([{ identity: '1' }]);
});

test.each([
  ['blank lines before the declaration', (feed: string) => `\n\n${feed}`],
  ['warnings before the declaration', (feed: string) => `<br />\n<b>Warning</b>: x in <b>y</b><br />\n${feed}`],
  ['rubbish after the root', (feed: string) => `${feed}<!-- x --><div>y</div></body>`],
  ['a bare ampersand', (feed: string) => feed.replace('<item>', '<item><link>https://x.example/?a=1&copy=2</link>')],
  ['an end tag without a beginning', (feed: string) => feed.replace('</title></item>', '</b></title></p></item>')],
  ['an end tag in another case', (feed: string) => feed.replace('</title></item>', '</TITLE></item>')],
  ['a forgotten end tag', (feed: string) => feed.replace('<guid>1</guid>', '<link>https://x.example/<guid>1</guid>')],
  ['an attribute without quotes', (feed: string) => feed.replace('<guid>', '<guid isPermaLink=false>')],
  ['a control character', (feed: string) => feed.replace('Một', 'M\u0008ột')],
  ['a tag that HTML does not close', (feed: string) => feed.replace('Một', 'Một<br>')],
])('%s does not lose the item', (_, spoil) => {
  expect(onlyArticle(spoil(rss(ITEM)))).toMatchObject({ identity: '1', headline: 'Một' });
});

test('a bare ampersand in a link is not taken for an entity', () => {
  expect(onlyArticle(rss('<item><link>https://x.example/?a=1&copy=2</link></item>')).url).toBe(
    'https://x.example/?a=1&copy=2',
  );
});

test('items whose end tags were forgotten are items of their own', () => {
  expect(readText(rss('<item><guid>1</guid><item><guid>2</guid></item>')).items).toMatchObject([
    { identity: '1' },
    { identity: '2' },
  ]);
});
