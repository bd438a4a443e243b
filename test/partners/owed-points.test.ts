import { owedPoints } from '../../src/partners/owed-points.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;
const ends = new Date('2030-01-01T00:00:00Z');
const taken = { minutePoints: 100, minuteEndsAt: ends, dayPoints: 100, dayEndsAt: ends };

beforeEach(async () => {
  desk = await openDesk();
  await desk.db.query(
    `insert into quota_spent (key, minute_points, minute_ends_at, day_points, day_ends_at) values ('k', 100, $1, 100, $1)`,
    [ends],
  );
});

afterEach(() => desk.close());

const spent = async (): Promise<number> =>
  (await desk.db.query('select minute_points as points from quota_spent'))[0].points;

test('points that could not be given back are given back later, with those that were owed meanwhile', async () => {
  const owed = owedPoints(desk.db);
  owed.add('k', 30, taken);
  await desk.db.query('alter table quota_spent rename to quota_elsewhere');
  const failing = owed.pay();
  owed.add('k', 5, taken);
  await expect(failing).rejects.toThrow('quota_spent');
  await desk.db.query('alter table quota_elsewhere rename to quota_spent');

  expect(owed.of('k', taken)).toEqual({ minute: 35, day: 35 });
  expect(await owed.pay()).toBe(1);
  expect(await spent()).toBe(65);
});

test('whoever asks for what is just being given back hears of it once it is there', async () => {
  const owed = owedPoints(desk.db);
  owed.add('k', 30, taken);
  const [first, second] = [owed.pay(), owed.pay()];
  expect(await second).toBeGreaterThan(0);
  expect(await spent()).toBe(70);
  expect(await first).toBe(1);
  expect(await owed.pay()).toBe(0);
});
