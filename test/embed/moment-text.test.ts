import { MONTHS, momentText } from '../../src/embed/moment-text.js';

test.each([
  ['vi', '09:30 GMT+7 18 thg 7, 2022'],
  ['en', 'Jul 18, 2022, 09:30 GMT+7'],
  ['fr', '18 juil. 2022, 09:30 UTC+7'],
  ['lo', '18 ກ.ລ. 2022, 09:30 GMT+7'],
  ['lo-LA', '18 ກ.ລ. 2022, 09:30 GMT+7'],
  ['km', '18 កក្កដា 2022, 09:30 GMT+7'],
  ['th', '18 ก.ค. 2565 09:30 GMT+7'],
  ['zh', '2022年7月18日 GMT+7 09:30'],
  ['ja', '2022年7月18日 09:30 GMT+7'],
  ['ko', '2022년 7월 18일 09:30 GMT+7'],
  ['ru', '18 июл. 2022 г., 09:30 GMT+7'],
  ['de', '18. Juli 2022, 09:30 GMT+7'],
  ['es', '18 jul 2022, 09:30 GMT+7'],
  ['id', '18 Jul 2022, 09.30 GMT+7'],
])('in %s a moment is written %s', (language, text) => {
  expect(momentText('2022-07-18T02:30:00Z', language, 'Asia/Vientiane').replaceAll(/\s/g, ' ')).toBe(text);
});

test.each(['lo', 'km'])('the months of %s are those of Unicode’s own data, as this Node.js has them', language => {
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, index) => month.format(new Date(Date.UTC(2022, index, 15))));
  expect(MONTHS[language]!.split(' ')).toEqual(months);
});

test('a day of one digit has no nought before it, as in the other languages', () => {
  expect(momentText('2022-09-05T06:00:00Z', 'lo', 'UTC')).toBe('5 ກ.ຍ. 2022, 06:00 UTC');
});

test('a zone that is none is passed over, and a moment that is none is not written', () => {
  expect(momentText('2022-07-18T02:30:00Z', 'en', 'Moon/Sea')).toContain('18, 2022');
  expect(momentText('yesterday', 'en', null)).toBe('');
});
