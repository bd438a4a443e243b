import { countWords } from '../../../src/ingest/text/count-words.js';

test.each([
  ['', 0],
  ['  \n – … ', 0],
  ['Hội nghị Đối ngoại', 4],
  ['Hội nghị'.normalize('NFD'), 2],
  ["l'ASEAN n’est pas", 3],
  ['COVID-19 in 2022', 3],
  ['một, hai; ba.', 3],
  ['Việt Nam–Lào', 3],
  ['𝒜 b', 2],
  ['서울에서 회의가 열렸다', 3],
  ['北京 会议', 2],
])('%j has %i words', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test('a long text without spaces is counted by its beginning, and about right', () => {
  const sentence = '越南与老挝的团结友谊年在万象开幕，两国领导人出席了开幕式。';
  const once = countWords(sentence);
  const counted = countWords(sentence.repeat(200));
  expect(Math.abs(counted - once * 200)).toBeLessThan(once * 4);
});
