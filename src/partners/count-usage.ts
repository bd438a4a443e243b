import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';

/** Milliseconds between two writes: what a process that is killed has not written, nobody knows. */
const WRITE_EVERY = 5_000;

/** Counts what partners ask for, by day. */
export interface UsageCounter {
  note: (partnerId: number, now: Date, points: number) => void;
  /** Writes what has been noted since the last time. What cannot be written is kept for the next. */
  write: () => Promise<void>;
  /** Writes for the last time. */
  close: () => Promise<void>;
}

type Usage = {
  partner_id: number;
  day: string;
  requests: number;
  cost: number;
};

/** Counts in memory, and adds to the table every five seconds: one statement, however many requests there were. */
export function countUsage(db: EntityManager, onFailure: (error: unknown) => void): UsageCounter {
  let noted = new Map<string, Usage>();

  const add = ({ partner_id, day, requests, cost }: Usage): void => {
    const key = `${day} ${partner_id}`;
    const before = noted.get(key);
    noted.set(key, {
      partner_id,
      day,
      requests: requests + (before?.requests ?? 0),
      cost: cost + (before?.cost ?? 0),
    });
  };
  async function write(): Promise<void> {
    // In one order, so that no two processes wait for each other.
    const rows = [...noted.values()].toSorted((one, other) => one.partner_id - other.partner_id);
    noted = new Map();
    try {
      await insertRows(db, 'usage_day', rows, ADDED);
    } catch (error) {
      rows.forEach(add);
      throw error;
    }
  }
  const writing = setInterval(() => void write().catch(onFailure), WRITE_EVERY).unref();
  return {
    note: (partnerId, now, points) =>
      add({ partner_id: partnerId, day: now.toISOString().slice(0, 10), requests: 1, cost: points }),
    write,
    async close() {
      clearInterval(writing);
      await write().catch(onFailure);
    },
  };
}

const ADDED = `on conflict (partner_id, day) do update
  set requests = usage_day.requests + excluded.requests, cost = usage_day.cost + excluded.cost`;
