import sql from 'sql-template-tag';
import { gatheredRowsOf } from '../../src/database/gather-statements.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk?.close());

const count = (from: number, to: number) =>
  gatheredRowsOf<{ number: number }>(
    desk.db,
    sql`select number from generate_series(${from}::int, ${to}::int) as number order by number desc limit 4`,
  );

test('each of those who ask at once is given their own rows in their own order, by few statements', async () => {
  desk.statements.length = 0;
  const asked = Array.from({ length: 50 }, (_, place) => place * 10);
  const answers = await Promise.all(asked.map(from => count(from, from + (from % 60))));
  answers.forEach((rows, place) => {
    const from = asked[place]!;
    const all = Array.from({ length: (from % 60) + 1 }, (_, step) => from + step).toReversed();
    expect(rows.map(({ number }) => number)).toEqual(all.slice(0, 4));
  });
  expect(desk.statements.length).toBeLessThanOrEqual(9);
});

test('one by itself is asked as it is', async () => {
  desk.statements.length = 0;
  expect(await count(1, 2)).toEqual([{ number: 2 }, { number: 1 }]);
  expect(desk.statements).toEqual([expect.stringMatching(/^select number from/)]);
});

test('what fails fails those who went with it, and nobody after', async () => {
  const ask = (by: number) => gatheredRowsOf<{ part: number }>(desk.db, sql`select 10 / ${by}::int as part`);
  const outcomes = await Promise.allSettled([ask(0), ask(0)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask(5)).toEqual([{ part: 2 }]);
});

test('within a transaction it is read there', async () => {
  await desk.dataSource.transaction(async db => {
    await db.query('create temporary table seen (number int) on commit drop');
    await db.query('insert into seen values (7)');
    expect(await gatheredRowsOf(db, sql`select number from seen`)).toEqual([{ number: 7 }]);
  });
});
