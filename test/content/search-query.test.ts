import { searchQuery } from '../../src/content/search-query.js';

test.each([
  ['hoi nghi', "'hoi' & 'nghi'"],
  ['hội nghi', "'=hôi.' & 'nghi'"],
  ['HỘI', "'=hôi.'"],
  ['asean asean', "'asean'"],
  ['"hội nghị"', "('=hôi.' <1> '=nghi.')"],
  ['“hội nghị”', "('=hôi.' <1> '=nghi.')"],
  ['«a b»c', "('a' <1> 'b') & 'c'"],
  ['「東盟峰会」', "('東盟' <1> '盟峰' <1> '峰会')"],
  ['"a b', "('a' <1> 'b')"],
  ['a"b c"d', "'a' & ('b' <1> 'c') & 'd'"],
  ['a -b', "'a' & !'b'"],
  ['-b a', "'a' & !'b'"],
  ['a −b', "'a' & !'b'"],
  ['a -"b c"', "'a' & !('b' <1> 'c')"],
  ['a –b', "'a' & 'b'"],
  ['a - b', "'a' & 'b'"],
  ['COVID-19', "('covid' <1> '19')"],
  ["l'ASEAN -d'accord", "('l' <1> 'asean') & !('d' <1> 'accord')"],
  ['"Việt Nam–Lào"', "('=viê.t' <1> 'nam' <1> '=lao`')"],
  ['峰会', "'峰会'"],
  ['东盟峰会', "('东盟' <1> '盟峰' <1> '峰会')"],
  ['中', "'中':*"],
  ['峰会ASEAN第1届', "('峰会' <2> 'asean' <1> '第':* <1> '1' <1> '届':*)"],
  ['a & b | !c <-> (d:*)', "'a' & 'b' & 'c' & 'd'"],
  ["'a\\ b'", "'a' & 'b'"],
])('%j asks for %s', (text, query) => {
  expect(searchQuery(text)).toBe(query);
});

test.each(['', '  ', '-', '--', '- -', '"', '""', '-""', '-a', '-"a b" -c', "& | ! : * < > ( ) \\ '", '👍', '\uD800'])(
  '%j asks for nothing',
  text => {
    expect(searchQuery(text)).toBeNull();
  },
);

test('the first 32 words and 500 characters count', () => {
  expect(searchQuery(Array.from({ length: 100 }, (_, index) => `w${index}`).join(' '))?.split(' & ')).toHaveLength(32);
  expect(searchQuery('越'.repeat(400))?.split(' <1> ')).toHaveLength(32);
  expect(searchQuery(`${' '.repeat(500)}a`)).toBeNull();
});
