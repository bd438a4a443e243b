import * as fc from 'fast-check';
import { languageTag } from '../../../src/ingest/text/language-tag.js';

test.each([
  ['vi', 'vi'],
  ['VI', 'vi'],
  ['vi_VN', 'vi-VN'],
  ['vn', 'vi'],
  ['vn-VN', 'vi-VN'],
  ['vie', 'vi'],
  ['Vietnamese', 'vi'],
  ['Tiếng Việt', 'vi'],
  ['en_US', 'en-US'],
  ['EN-us', 'en-US'],
  ['en-US.UTF-8', 'en-US'],
  ['en;q=0.8', 'en'],
  ['English', 'en'],
  ['pt-BR', 'pt-BR'],
  ['zh', 'zh'],
  ['zh-CN', 'zh-Hans'],
  ['zh_TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hans-CN', 'zh-Hans'],
  ['cn', 'zh-Hans'],
  ['kh', 'km'],
  ['lao', 'lo'],
  ['jp', 'ja'],
  ['iw', 'he'],
  ['rad', 'rad'],
  ['sr-Latn', 'sr-Latn'],
  ['es-419', 'es-419'],
])('%s is %s', (written, tag) => {
  expect(languageTag(written)).toBe(tag);
});

test.each([
  '',
  ' ',
  'xx',
  'und',
  'mul',
  'news',
  'en-',
  '-',
  'e',
  '__proto__',
  'constructor',
  '\0en',
  'v'.repeat(10_000),
  '5',
  'https://x.example',
])('%j is no language', written => {
  expect(languageTag(written)).toBeNull();
});

test('no language is no language', () => {
  expect(languageTag(null)).toBeNull();
});

test('a tag that was found is found again', () => {
  const written = fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$/));

  fc.assert(
    fc.property(written, text => {
      const tag = languageTag(text);
      expect(languageTag(tag)).toBe(tag);
    }),
    { numRuns: 3000 },
  );
});
