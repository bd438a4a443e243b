import { types } from 'pg';
import { postgresValues } from '../../src/database/postgres-values.js';

const TIMESTAMPTZ = 1184;
const read = postgresValues.getTypeParser(TIMESTAMPTZ);
const readByLibrary = (types.getTypeParser as any)(TIMESTAMPTZ, 'text') as typeof read;

test.each([
  '2022-07-18 09:30:00+00',
  '2022-07-18 09:30:00.1+07',
  '2022-07-18 09:30:00.12-11',
  '2022-07-18 09:30:00.123456+14',
  '2024-02-29 23:59:59.999999+00',
  '0100-01-01 00:00:00+00',
  '0099-12-31 23:59:59+00',
  '9999-12-31 23:59:59.999+00',
  '10000-01-01 00:00:00+00',
  '2022-07-18 15:00:00.5+05:30',
  '1900-01-01 07:06:40+07:06:40',
  '0044-03-15 00:00:00+00 BC',
  'infinity',
  '-infinity',
])('the time %j is read as node-postgres reads it', text => {
  expect(read(text)).toEqual(readByLibrary(text));
});

test('times by chance are read as node-postgres reads them', () => {
  const below = (most: number) => Math.floor(Math.random() * most);
  const digits = (value: number, length = 2) => String(value).padStart(length, '0');
  const different: string[] = [];
  for (let round = 0; round < 20_000; round += 1) {
    const day = `${digits(1 + below(9_999), 4)}-${digits(1 + below(12))}-${digits(1 + below(28))}`;
    const fraction = below(7);
    const time = `${digits(below(24))}:${digits(below(60))}:${digits(below(60))}`;
    const after = fraction === 0 ? '' : `.${digits(below(10 ** fraction), fraction)}`;
    const text = `${day} ${time}${after}${'+-'[below(2)]}${digits(below(15))}`;
    const [ours, theirs] = [read(text), readByLibrary(text)] as [Date, Date];
    if (ours.getTime() !== theirs.getTime()) different.push(text);
  }
  expect(different).toEqual([]);
});
