import * as fc from 'fast-check';
import { isoTime } from '../src/iso-time.js';

it('writes every time as toISOString does', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), time => {
      expect(isoTime(time)).toBe(time.toISOString());
    }),
    { numRuns: 10_000 },
  );
});

it('writes times of one day, to the millisecond', () => {
  for (const time of ['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '2022-12-31T00:00:00.001Z']) {
    expect(isoTime(new Date(time))).toBe(time);
  }
});

it('refuses what is no time', () => {
  expect(() => isoTime(new Date(Number.NaN))).toThrow(RangeError);
});
