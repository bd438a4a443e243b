import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { owedPoints } from './owed-points.js';
import { DAY_MS, MINUTE_MS, type QuotaLimits, type QuotaStore } from './quota-store.js';

/** Milliseconds between two times that points are given back, and that what is over is deleted. */
const GIVE_BACK_EVERY = 1_000;
const TIDY_EVERY = 600_000;

/** A row of quota_spent as it is after points were taken, or were not. */
export interface Spent {
  minutePoints: number;
  minuteEndsAt: Date;
  dayPoints: number;
  dayEndsAt: Date;
}

/**
 * Quotas of all processes on one database. One statement takes the points if both windows have room for them, and none
 * otherwise, so that of any queries at one time exactly those are answered that fit. (The library's own store asks twice, for
 * the minute and the day, and counts what is refused.) What is given back is written once a second, for everybody at once.
 */
export function quotaInPostgres(db: EntityManager): QuotaStore {
  const owed = owedPoints(db);
  const givingBack = setInterval(() => void owed.pay().catch(() => {}), GIVE_BACK_EVERY).unref(); // Next time, then.
  const tidying = setInterval(() => void tidy(db).catch(() => {}), TIDY_EVERY).unref();

  return {
    async take(key, points, limits, now) {
      let spent = await spend(db, key, points, limits, now);
      // What we have yet to give back may be what is missing.
      if (!spent && (await owed.pay()) > 0) spent = await spend(db, key, points, limits, now);
      const row = spent ?? (await look(db, key, now));
      const back = owed.of(key, row);
      return {
        taken: spent !== null,
        minute: { points: row.minutePoints - back.minute, endsAt: row.minuteEndsAt },
        day: { points: row.dayPoints - back.day, endsAt: row.dayEndsAt },
        giveBack: async amount => owed.add(key, amount, row),
      };
    },
    async close() {
      clearInterval(givingBack);
      clearInterval(tidying);
      await owed.pay();
    },
  };
}

const COLUMNS = sql`minute_points as "minutePoints", minute_ends_at as "minuteEndsAt", day_points as "dayPoints", day_ends_at as "dayEndsAt"`;

async function spend(
  db: EntityManager,
  key: string,
  points: number,
  limits: QuotaLimits,
  now: Date,
): Promise<Spent | null> {
  if (points > limits.costPerMinute || points > limits.costPerDay) return null;
  const [minuteEnds, dayEnds] = [new Date(now.getTime() + MINUTE_MS), new Date(now.getTime() + DAY_MS)];
  const ofMinute = sql`(case when spent.minute_ends_at > ${now} then spent.minute_points else 0 end + ${points}::int)`;
  const ofDay = sql`(case when spent.day_ends_at > ${now} then spent.day_points else 0 end + ${points}::int)`;
  const end = (column: Sql): Sql => sql`case when ${column} > ${now} then ${column} else`;

  const [row] = await rowsOf<Spent>(
    db,
    sql`insert into quota_spent as spent (key, minute_points, minute_ends_at, day_points, day_ends_at)
      values (${key}, ${points}, ${minuteEnds}, ${points}, ${dayEnds})
      on conflict (key) do update set
        minute_points = ${ofMinute},
        minute_ends_at = ${end(sql`spent.minute_ends_at`)} excluded.minute_ends_at end,
        day_points = ${ofDay},
        day_ends_at = ${end(sql`spent.day_ends_at`)} excluded.day_ends_at end
      where ${ofMinute} <= ${limits.costPerMinute} and ${ofDay} <= ${limits.costPerDay}
      returning ${COLUMNS}`,
  );
  return row ?? null;
}

/** What is spent now, when nothing could be taken. */
async function look(db: EntityManager, key: string, now: Date): Promise<Spent> {
  const [row] = await rowsOf<Spent>(db, sql`select ${COLUMNS} from quota_spent where key = ${key}`);
  const lasts = (end: Date | undefined): boolean => end !== undefined && end > now;
  return {
    ...(row && lasts(row.minuteEndsAt)
      ? { minutePoints: row.minutePoints, minuteEndsAt: row.minuteEndsAt }
      : { minutePoints: 0, minuteEndsAt: now }),
    ...(row && lasts(row.dayEndsAt)
      ? { dayPoints: row.dayPoints, dayEndsAt: row.dayEndsAt }
      : { dayPoints: 0, dayEndsAt: now }),
  };
}

/** Deletes what nobody has spent from for a day. Visitors come and go. */
async function tidy(db: EntityManager): Promise<void> {
  await db.query('delete from quota_spent where day_ends_at < now()');
}
