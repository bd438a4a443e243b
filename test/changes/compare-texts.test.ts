import { array, assert, constantFrom, property } from 'fast-check';
import { compareTexts, TextChange } from '../../src/changes/compare-texts.js';

const told = (former: string, present: string) =>
  compareTexts(former, present).map(({ change, text }) => `${{ same: '', removed: '-', added: '+' }[change]}${text}`);

test.each([
  ['The five met.', 'The six met.', ['The ', '-five', '+six', ' met.']],
  ['ສະບາຍດີປະເທດລາວ', 'ສະບາຍດີປະເທດໄທ', ['ສະບາຍດີປະເທດ', '-ລາວ', '+ໄທ']],
  ['Пять стран', 'Шесть стран', ['-Пять', '+Шесть', ' стран']],
  ['', 'Mới', ['+Mới']],
  ['Cũ', '', ['-Cũ']],
  ['', '', []],
])('%j to %j', (former, present, pieces) => {
  expect(told(former, present)).toEqual(pieces);
});

test('the pieces are the texts, whatever these are', () => {
  const text = array(constantFrom('một ', 'hai', '\n', 'ລາວ', '𝔸', ' ', '.')).map(words => words.join(''));
  assert(
    property(text, text, (former, present) => {
      const pieces = compareTexts(former, present);
      const without = (change: TextChange) =>
        pieces
          .filter(piece => piece.change !== change)
          .map(piece => piece.text)
          .join('');
      expect(without(TextChange.ADDED)).toBe(former);
      expect(without(TextChange.REMOVED)).toBe(present);
    }),
  );
});

test('long texts are compared by paragraphs, and texts with nothing in common are given whole', () => {
  const paragraphs = Array.from({ length: 2_000 }, (_, place) => `Đoạn ${place} của một bài rất dài.\n`);
  const changed = paragraphs.with(1_000, 'Một đoạn khác.\n');
  expect(told(paragraphs.join(''), changed.join(''))).toEqual([
    paragraphs.slice(0, 1_000).join(''),
    `-${paragraphs[1_000]}`,
    '+Một đoạn khác.\n',
    paragraphs.slice(1_001).join(''),
  ]);

  const others = paragraphs.map(paragraph => `Khác: ${paragraph}`).join('');
  expect(told(paragraphs.join(''), others)).toEqual([`-${paragraphs.join('')}`, `+${others}`]);
});
