import iconv from 'iconv-lite';
import { decodeText } from '../../../src/ingest/text/decode-text.js';

const VIETNAMESE = 'Thủ đô Hà Nội đón đoàn Lào';

function xml(title: string, encoding?: string): string {
  const declared = encoding === undefined ? '' : ` encoding="${encoding}"`;
  return `<?xml version="1.0"${declared}?><rss><channel><title>${title}</title></channel></rss>`;
}

test.each([
  ['windows-1251', 'Открылась выставка в Ханое'],
  ['koi8-r', 'Открылась выставка в Ханое'],
  ['windows-1252', 'L’exposition à Hanoï — “hier”'],
  ['iso-8859-15', 'À Genève, 10 €'],
  ['iso-8859-2', 'Wystawa w Łodzi już otwarta'],
  ['shift_jis', 'ハノイで展覧会が開幕'],
  ['euc-jp', 'ハノイで展覧会が開幕'],
  ['euc-kr', '하노이에서 전시회 개막'],
  ['gb18030', '河内展览会开幕'],
  ['big5', '河內展覽會開幕'],
])('text declared as %s is read as that', (encoding, title) => {
  const bytes = iconv.encode(xml(title, encoding), encoding);

  expect(decodeText(bytes, null)).toEqual({ text: xml(title, encoding), encoding });
});

test('ISO-2022-JP, which is ASCII with escapes, is read', () => {
  const bytes = Buffer.from('<?xml version="1.0" encoding="iso-2022-jp"?><a>\x1b$BF|K\\\x1b(B</a>', 'latin1');

  expect(decodeText(bytes, null).text).toContain('<a>日本</a>');
});

test('the separate tones of windows-1258 are joined to their letters', () => {
  // Hà Nội: the circumflex is part of the letter there, the dot below a character of its own.
  const bytes = Buffer.concat([
    Buffer.from('<?xml version="1.0" encoding="windows-1258"?><a>H', 'latin1'),
    Buffer.from([0xe0, 0x20, 0x4e, 0xf4, 0xf2, 0x69]),
    Buffer.from('</a>', 'latin1'),
  ]);

  expect(decodeText(bytes, null).text).toContain('<a>Hà Nội</a>');
});

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
])('a byte order mark of %s outweighs the declaration and the answer', (encoding, mark) => {
  const text = xml(VIETNAMESE, 'iso-8859-1');
  const bytes = Buffer.concat([Buffer.from(mark), iconv.encode(text, encoding, { addBOM: false })]);

  expect(decodeText(bytes, 'windows-1252')).toEqual({ text, encoding });
});

test.each(['utf-16be', 'utf-16le', 'utf-32be', 'utf-32le'])('%s without a mark shows in its zero bytes', encoding => {
  const text = xml(VIETNAMESE, 'utf-8');

  expect(decodeText(iconv.encode(text, encoding, { addBOM: false }), null)).toEqual({ text, encoding });
});

test('the charset of the answer outweighs the declaration (RFC 7303)', () => {
  const bytes = iconv.encode(xml('Выставка', 'windows-1252'), 'windows-1251');

  expect(decodeText(bytes, 'windows-1251').text).toContain('Выставка');
});

test('gb2312 is read as the gb18030 that contains it', () => {
  expect(decodeText(iconv.encode(xml('镕', 'gb2312'), 'gb18030'), null)).toMatchObject({ encoding: 'gb18030' });
});

test('UTF-8 that is declared as Latin-1 is read as UTF-8', () => {
  expect(decodeText(Buffer.from(xml(VIETNAMESE, 'iso-8859-1')), 'iso-8859-1').text).toContain(VIETNAMESE);
});

test('UTF-16 that is declared but was converted since is read as what it is', () => {
  expect(decodeText(Buffer.from(xml(VIETNAMESE, 'utf-16')), 'utf-16').text).toContain(VIETNAMESE);
});

test.each([
  ['windows-1252', 'Les ministres des Affaires étrangères se sont réunis hier à Genève pour préparer le sommet'],
  ['windows-1251', 'Министр иностранных дел Вьетнама встретился вчера с послом России в Ханое'],
  ['shift_jis', 'ベトナムの外相は昨日、日本の大使と会談し、両国の協力について話し合った'],
])('%s that is declared as UTF-8 is told by its statistics', (encoding, title) => {
  expect(decodeText(iconv.encode(xml(title, 'utf-8'), encoding), 'utf-8').text).toContain(title);
});

test('a stray byte of windows-1252 in UTF-8 becomes its character, a cut sequence U+FFFD', () => {
  const bytes = Buffer.concat([Buffer.from(xml(VIETNAMESE.repeat(5))), Buffer.from([0x92]), Buffer.from([0xe1, 0xbb])]);

  expect(decodeText(bytes, null).text.slice(-2)).toBe('’\ufffd');
});

test('an encoding that nobody knows is passed over', () => {
  expect(decodeText(Buffer.from(xml(VIETNAMESE, 'x-unheard-of')), 'no-such').text).toContain(VIETNAMESE);
});

test('UTF-7, in which markup hides, is never read', () => {
  expect(decodeText(Buffer.from('+ADw-script+AD4-'), 'utf-7').text).toBe('+ADw-script+AD4-');
});

test('what XML forbids is dropped, and control characters become the punctuation they were', () => {
  expect(decodeText(Buffer.from('a\0b\u0008c\u0092d\uffffe\tf\n'), null).text).toBe('abc’de\tf\n');
});

test('nothing at all is an empty text', () => {
  expect(decodeText(new Uint8Array(), null)).toEqual({ text: '', encoding: 'utf-8' });
});
