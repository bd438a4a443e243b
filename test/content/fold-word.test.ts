import * as fc from 'fast-check';
import { foldWord } from '../../src/content/fold-word.js';

test.each([
  ['Nghị', 'nghi', 'nghi.'],
  ['ĐƯỜNG', 'duong', 'đươ`ng'],
  ['hội', 'hoi', 'hôi.'],
  ['ASEAN', 'asean', null],
  ['COVID19', 'covid19', null],
  ['résumé', 'resume', 're/sume/'],
  ['señor', 'senor', 'sen~or'],
  ['Łódź', 'lodz', 'ło/dz/'],
  ['smørrebrød', 'smorrebrod', 'smørrebrød'],
  ['Straße', 'strasse', null],
  ['ŒUVRE', 'oeuvre', null],
  ['İSTANBUL', 'istanbul', null],
  ['Российский', 'россиискии', 'российский'],
  ['ёлка', 'елка', null],
  ['Ελλάδα', 'ελλαδα', 'ελλα/δα'],
  ['ΟΔΟΣ', 'οδοσ', null],
  ['२०२५', '2025', null],
  ['៣១', '31', null],
  ['مُحَمَّد', 'محمد', null],
  ['हिन्दी', 'हिन्दी', null],
])('%s is found as %s, and with its accents as %s', (word, folded, exact) => {
  expect(foldWord(word)).toEqual({ folded, exact });
});

test.each([
  ['hoà', 'hòa'],
  ['thuỷ', 'thủy'],
  ['quý', 'qúy'],
  ['khoẻ', 'khỏe'],
  ['uỷ', 'ủy'],
  ['tuý', 'túy'],
  ['hoạ', 'họa'],
  ['đường', 'ðường'],
])('%s and %s are one word, however Vietnamese places its tone', (newer, older) => {
  expect(foldWord(newer)).toEqual(foldWord(older));
});

test.each([
  ['hội', 'hỏi'],
  ['ma', 'mà'],
  ['bán', 'bàn'],
  ['đô', 'do'],
  ['tư', 'tu'],
  ['término', 'terminó'],
  ['ano', 'año'],
])('%s and %s are found as one, but are two words when their accents are typed', (one, other) => {
  expect(foldWord(one).folded).toBe(foldWord(other).folded);
  expect(foldWord(one).exact).not.toBe(foldWord(other).exact);
});

test('a word of more than 64 characters counts by its first 64', () => {
  expect(foldWord('a'.repeat(70)).folded).toBe('a'.repeat(64));
  expect(foldWord(`${'á'.repeat(70)}b`)).toEqual(foldWord(`${'á'.repeat(70)}c`));
});

test('a folded word is already folded, in any alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
      const [word] = text.normalize('NFKC').match(/\p{L}[\p{L}\p{M}\p{Nd}]*/u) ?? ['a'];
      const { folded } = foldWord(word);
      expect(foldWord(folded)).toEqual({ folded, exact: null });
    }),
    { numRuns: 2000 },
  );
});
