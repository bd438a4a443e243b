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
