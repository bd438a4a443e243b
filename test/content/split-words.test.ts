import * as fc from 'fast-check';
import { splitWords } from '../../src/content/split-words.js';

const folded = (text: string) => splitWords(text).map(word => word.folded);

test.each([
  ['Việt Nam–Lào', ['viet', 'nam', 'lao']],
  ['Vietnam-Laos', ['vietnam', 'laos']],
  ["l'ASEAN", ['l', 'asean']],
  ['l’ASEAN', ['l', 'asean']],
  ["don't", ['don', 't']],
  ['O’Brien', ['o', 'brien']],
  ['OʼBrien', ['o', 'brien']],
  ['COVID-19', ['covid', '19']],
  ['SEA Games 31', ['sea', 'games', '31']],
  ['1.234,5 km²', ['1', '234', '5', 'km2']],
  ['CO₂', ['co2']],
  ['desk@news.example', ['desk', 'news', 'example']],
  ['https://news.example/a_b?c=d#e', ['https', 'news', 'example', 'a', 'b', 'c', 'd', 'e']],
  ['ＡＳＥＡＮ　２０２５', ['asean', '2025']],
  ['ﬁnance', ['finance']],
  ['co\u00ADop\u200Bera\u200Dtion\uFEFF', ['cooperation']],
  ['a\u00A0b\u2003c\nd', ['a', 'b', 'c', 'd']],
  ['🇻🇳👍🏽 ok 👩‍👩‍👧', ['ok']],
  ['\uD800a\uDC00', ['a']],
  ['\u0301\u0302 \u0301x\0y', ['x', 'y']],
  ['', []],
])('%j is the words %j', (text, words) => {
  expect(folded(text)).toEqual(words);
});

test.each([
  ['东盟峰会', ['东盟', '盟峰', '峰会', '会']],
  ['2022年ASEAN峰会', ['2022', '年', 'asean', '峰会', '会']],
  ['スーパー', ['スー', 'ーパ', 'パー', 'ー']],
  ['ｶﾞｽ', ['ガス', 'ス']],
  ['베트남은', ['베트', '트남', '남은', '은']],
  ['ລາວ', ['ລາ', 'າວ', 'ວ']],
  ['កម្ពុ\u200Bជា', ['កម្', 'ម្ពុ', 'ពុជា', 'ជា']],
  ['ที่นี่', ['ที่นี่', 'นี่']],
  ['မြန်မာ', ['မြန်', 'န်မ', 'မာ', 'ာ']],
  ['ປີ໒໐໒໕', ['ປີ', '2025']],
  ['𠀀𠀁', ['𠀀𠀁', '𠀁']],
])('%j, which has no spaces, is the pairs %j and the last letter', (text, words) => {
  expect(folded(text)).toEqual(words);
});

test('Lao and Thai am is the same, typed as one letter or two, before the tone or after', () => {
  expect(folded('ນ້ຳ')).toEqual(folded('ນໍ້າ'));
  expect(folded('น้ำ')).toEqual(folded('นํ้า'));
});

test('composed and decomposed text is the same, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(splitWords(text.normalize('NFD'))).toEqual(splitWords(text.normalize('NFC')));
    }),
    { numRuns: 1000 },
  );
});

test('a word is short, and never half a character, whatever the text', () => {
  const unit = fc.oneof(
    fc.nat(0xff_ff).map(code => String.fromCharCode(code)),
    fc.constantFrom('\u0301', '\u0323', 'ạ', '한', '𠀀', 'ก', '\u0E49', '\u{1E2EC}', '\u{1D165}'),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 400, size: 'max' }), text => {
      const forms = splitWords(text).flatMap(word => [word.folded, word.exact ?? 'none']);
      expect(forms.filter(form => form.length > 64 || /[^\p{L}\p{M}\p{N}`/~?.]|^$/u.test(form))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a flood of marks or one endless word is bounded', () => {
  for (const text of [`ก${'\u0E49'.repeat(100_000)}ข`, `a${'\u0301'.repeat(100_000)}`, 'á'.repeat(100_000)]) {
    for (const { folded: form, exact } of splitWords(text)) expect(`${form}${exact}`.length).toBeLessThanOrEqual(128);
  }
});

test('a word that is cut is not cut through a character', () => {
  for (let marks = 240; marks < 260; marks += 1) {
    expect(splitWords(`x${'\u0301'.repeat(marks)}𐐨𐐨`).map(word => /^[x𐐨]*$/u.test(word.folded))).toEqual([true]);
  }
});
