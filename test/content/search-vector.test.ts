import { searchVector } from '../../src/content/search-vector.js';

const vectorOf = (body: string) => searchVector({ headline: '', lede: '', body });

test('a headline weighs most, then the lede, then the body, and no phrase goes from one to the next', () => {
  expect(searchVector({ headline: 'Hội nghị', lede: 'ở Lào', body: 'nghị quyết' })).toBe(
    "'hoi':1A '=hôi.':1A 'nghi':2A,25 '=nghi.':2A,25 'o':13B '=ơ?':13B 'lao':14B '=lao`':14B 'quyet':26 '=quyê/t':26",
  );
});

test('an article without words has an empty vector', () => {
  expect(searchVector({ headline: '', lede: '…', body: '👍' })).toBe('');
});

test('a word has at most 255 places', () => {
  expect(vectorOf('a '.repeat(1000)).split(',')).toHaveLength(255);
});

test('words after the last place that PostgreSQL counts are all at that place', () => {
  const words = Array.from({ length: 16_400 }, (_, index) => `w${index}`);
  expect(vectorOf(words.join(' ')).split(' ').slice(-2)).toEqual(["'w16398':16383", "'w16399':16383"]);
});

test('a vector of very many words stays within what PostgreSQL stores', () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `wörd${index}`);
  const vector = vectorOf(words.join(' '));

  expect(Buffer.byteLength(vector)).toBeGreaterThan(500_000);
  expect(Buffer.byteLength(vector)).toBeLessThan(2_000_000);
});
