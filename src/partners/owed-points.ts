import type { EntityManager } from 'typeorm';
import type { Spent } from './quota-in-postgres.js';

/** Points that are to be given back to quotas in PostgreSQL, kept until they are written together. */
export interface OwedPoints {
  add: (key: string, points: number, taken: Spent) => void;
  /** What is owed to the windows of a row. */
  of: (key: string, row: Spent) => { minute: number; day: number };
  /** Writes them, in one statement; gives for how many quotas. What cannot be written is kept. */
  pay: () => Promise<number>;
}

/** What is owed to one minute and one day: points that were taken from an older one are over with it. */
export function owedPoints(db: EntityManager): OwedPoints {
  let debts = new Map<string, Spent>();

  const of: OwedPoints['of'] = (key, row) => {
    const debt = debts.get(key);
    return {
      minute: debt && isSame(debt.minuteEndsAt, row.minuteEndsAt) ? debt.minutePoints : 0,
      day: debt && isSame(debt.dayEndsAt, row.dayEndsAt) ? debt.dayPoints : 0,
    };
  };
  const add: OwedPoints['add'] = (key, points, taken) => {
    const { minute, day } = of(key, taken);
    debts.set(key, { ...taken, minutePoints: minute + points, dayPoints: day + points });
  };
  /** What was added while the payment failed comes on top of it. */
  const keep = (unpaid: Map<string, Spent>): void => {
    const since = debts;
    debts = unpaid;
    for (const [key, debt] of since) {
      const { minute, day } = of(key, debt);
      debts.set(key, { ...debt, minutePoints: minute + debt.minutePoints, dayPoints: day + debt.dayPoints });
    }
  };
  const payAll = async (): Promise<number> => {
    const paid = debts;
    debts = new Map();
    if (paid.size === 0) return 0;
    try {
      await db.query(GIVE_BACK, [JSON.stringify([...paid].map(([key, debt]) => ({ key, ...debt })))]);
    } catch (error) {
      keep(paid);
      throw error;
    }
    return paid.size;
  };

  let underWay: Promise<number> | null = null;
  return {
    add,
    of,
    // One after the other: whoever needs what is just being given back waits for it.
    async pay() {
      const other = underWay;
      const mine = (async () => ((await other?.catch(() => 0)) ?? 0) + (await payAll()))();
      underWay = mine;
      try {
        return await mine;
      } finally {
        if (underWay === mine) underWay = null;
      }
    },
  };
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime();
}

/** To each window only what was taken from it. Rows are held in the order of their keys, so that no two processes wait for each other. */
const GIVE_BACK = `
  with debt as (
    select * from json_to_recordset($1) as debt (
      key text, "minutePoints" int, "minuteEndsAt" timestamptz, "dayPoints" int, "dayEndsAt" timestamptz
    )
  ), held as materialized (
    select key from quota_spent where key in (select key from debt) order by key for update
  )
  update quota_spent spent set
    minute_points = greatest(0, minute_points - case when minute_ends_at = "minuteEndsAt" then "minutePoints" else 0 end),
    day_points = greatest(0, day_points - case when day_ends_at = "dayEndsAt" then "dayPoints" else 0 end)
  from debt join held using (key) where spent.key = debt.key`;
