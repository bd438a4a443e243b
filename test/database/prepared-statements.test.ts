import sql, { raw } from 'sql-template-tag';
import { preparedRowsOf } from '../../src/database/sql.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk?.close());

const held = async (): Promise<number> => {
  const [row] = await preparedRowsOf<{ count: number }>(
    desk.db,
    sql`select count(*)::int as count from pg_prepared_statements where name like 'read%'`,
  );
  return row!.count;
};

test('a statement is prepared once, and gives its rows by its values', async () => {
  const ask = (number: number) => preparedRowsOf<{ twice: number }>(desk.db, sql`select ${number}::int * 2 as twice`);
  await ask(1);
  const before = await held();
  expect(await ask(21)).toEqual([{ twice: 42 }]);
  expect(await held()).toBe(before);
});

test('however many shapes are asked for, a connection holds no more than so many', async () => {
  for (let shape = 0; shape < 450; shape += 1) {
    const rows = await preparedRowsOf<{ shape: number }>(desk.db, sql`select ${raw(String(shape))}::int as shape`);
    expect(rows).toEqual([{ shape }]);
  }
  expect(await held()).toBeLessThanOrEqual(201);
});

test('a mistake leaves the connection as good as before', async () => {
  await expect(preparedRowsOf(desk.db, sql`select no_such_column`)).rejects.toMatchObject({ code: '42703' });
  await expect(preparedRowsOf(desk.db, sql`select 1 / ${0}::int`)).rejects.toMatchObject({ code: '22012' });
  expect(await preparedRowsOf(desk.db, sql`select ${1}::int as one`)).toEqual([{ one: 1 }]);
});
