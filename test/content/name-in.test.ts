import { nameIn } from '../../src/content/name-in.js';

const FULL = {
  vi: 'Đối ngoại',
  en: 'Foreign relations',
  fr: 'Relations extérieures',
  'zh-Hans': '外交',
  'zh-Hant': '對外關係',
  'pt-BR': 'Relações exteriores',
  'sr-Latn': 'Spoljni odnosi',
};

test.each([
  ['what is asked for', 'fr', 'Relations extérieures'],
  ['a wider form', 'fr-CA', 'Relations extérieures'],
  ['a form with a script', 'zh-Hant', '對外關係'],
  ['a wider form in the same script', 'zh-Hant-HK', '對外關係'],
  ['the script that a region writes', 'zh-TW', '對外關係'],
  ['the script that another region writes', 'zh-CN', '外交'],
  ['the script that a language is mostly written in', 'zh', '外交'],
  ['a narrower form', 'pt', 'Relações exteriores'],
  ['a form beside it', 'pt-PT', 'Relações exteriores'],
  ['another script than none', 'sr', 'Spoljni odnosi'],
  ['any case', 'FR-be', 'Relations extérieures'],
  ['English when the language has no name', 'lo', 'Foreign relations'],
  ['English when no language is asked for', undefined, 'Foreign relations'],
  ['English when none is said', null, 'Foreign relations'],
  ['English for a language of our own making', 'x-friends', 'Foreign relations'],
  ['English for a language no standard takes', 'i-default', 'Foreign relations'],
])('a name is given in %s', (_title, language, expected) => {
  expect(nameIn(FULL, language)).toBe(expected);
});

test('without English it is given in Vietnamese, then in whatever there is', () => {
  expect(nameIn({ lo: 'ການຕ່າງປະເທດ', vi: 'Đối ngoại' }, 'fr')).toBe('Đối ngoại');
  expect(nameIn({ lo: 'ການຕ່າງປະເທດ', 'en-GB': 'Foreign affairs', vi: 'Đối ngoại' }, 'fr')).toBe('Foreign affairs');
  expect(nameIn({ lo: 'ການຕ່າງປະເທດ' }, 'fr')).toBe('ການຕ່າງປະເທດ');
  expect(nameIn({}, 'fr')).toBeNull();
});

test('a name by an old tag is found by its present one', () => {
  expect(nameIn({ he: 'יחסי חוץ' }, 'iw')).toBe('יחסי חוץ');
  expect(nameIn({ id: 'Hubungan luar negeri', en: 'Foreign relations' }, 'in')).toBe('Hubungan luar negeri');
});

test.each(['toString', 'valueOf', 'hasOwn', 'constructor', '__proto__'])('no language is called "%s"', language => {
  expect(nameIn(FULL, language)).toBe('Foreign relations');
});
