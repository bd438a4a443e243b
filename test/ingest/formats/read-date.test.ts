import { readDate } from '../../../src/ingest/formats/read-date.js';

const MOMENT = '2026-01-05T01:30:00.000Z';
const MIDNIGHT = '2026-01-05T00:00:00.000Z';

test.each([
  ['Mon, 05 Jan 2026 08:30:00 +0700', 'RFC 822'],
  ['Tue, 05 Jan 2026 08:30:00 +0700', 'a wrong weekday'],
  ['05 Jan 26 01:30 GMT', 'two digits of a year, no seconds'],
  ['Mon,  5 January 2026 01:30:00 UTC', 'a whole month, two spaces'],
  ['Mon, 05 Jan 2026 08:30:00 +0700 (ICT)', 'a remark'],
  ['Mon, 05 Jan 2026 08:30 ICT', 'the name of a zone'],
  ['Sun, 04 Jan 2026 8:30 pm EST', 'half days'],
  ['Monday, January 05, 2026 01:30 AM', 'month first, by name'],
  ['lun, 05 janv. 2026 01:30:00 GMT', 'French'],
  ['Δευ, 05 Ιαν 2026 01:30:00 GMT', 'Greek'],
  ['5 января 2026 01:30', 'Russian'],
  ['5 de enero de 2026, 01:30', 'Spanish'],
  ['2026-01-05T08:30:00+07:00', 'RFC 3339'],
  ['2026-01-05t01:30:00.000z', 'RFC 3339 in lower case'],
  ['2026-01-05T01:30Z', 'W3CDTF without seconds'],
  ['2026-01-05 08:30:00+0700', 'a space for the T'],
  ['2026/01/05 01:30:00', 'slashes, year first'],
  ['20260105T083000+0700', 'ISO 8601, basic'],
  ['2026-005T01:30:00Z', 'ISO 8601, the day of the year'],
  ['Mon Jan  5 01:30:00 2026', 'asctime'],
  ['Sun Jan  4 20:30:00 EST 2026', 'Unix date'],
  ['5.1.2026 01:30', 'points, day first'],
])('%s is read (%s)', text => {
  expect(readDate(text)?.toISOString()).toBe(MOMENT);
});

test.each(['2026-01-05', '20260105', '5 Jan 2026', 'January 5th, 2026', '05.01.2026', '2026-005'])(
  '%s, a day without a time, is its midnight UTC',
  text => {
    expect(readDate(text)?.toISOString()).toBe(MIDNIGHT);
  },
);

test('a month or a year alone begins with its first day', () => {
  expect(readDate('2026-03')?.toISOString()).toBe('2026-03-01T00:00:00.000Z');
  expect(readDate('2026')?.toISOString()).toBe('2026-01-01T00:00:00.000Z');
});

test('the beginning of the epoch is a date, and midnight may be the end of a day', () => {
  expect(readDate('Thu, 01 Jan 1970 00:00:00 GMT')?.getTime()).toBe(0);
  expect(readDate('2026-01-04T24:00:00Z')?.toISOString()).toBe(MIDNIGHT);
});

test.each([
  ['1/5/2026 8:30:00 AM', 'May or January'],
  ['30 Feb 2026', 'no such day'],
  ['2026-02-29', 'no such day'],
  ['2026-366', 'no such day'],
  ['2026-13-01', 'no such month'],
  ['2026-01-05T25:00:00Z', 'no such hour'],
  ['Mon, 05 Jan 2026 08:30:00 +9999', 'no such zone'],
  ['Mon, 05 Jan 2026 08:30:00 IST', 'India, Israel or Ireland'],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 'a placeholder'],
  ['0000-00-00 00:00:00', 'a placeholder'],
  ['1767576600', 'seconds or milliseconds'],
  ['yesterday', 'no date'],
  ['', 'no date'],
  [`${'9'.repeat(100_000)} Jan 2026`, 'no date'],
])('%.40s is not guessed at (%s)', text => {
  expect(readDate(text)).toBeNull();
});
