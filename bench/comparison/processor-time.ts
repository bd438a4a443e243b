import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { portsOf } from './ports-of.js';

/** Linux counts in hundredths of a second, whatever its clock does. */
const TICK_MICROSECONDS = 10_000;

/** CPU that has been used up to now, in microseconds: by a server, and by each of PostgreSQL's backends that serves it. */
export interface ProcessorTime {
  server: number;
  postgres: Map<number, number>;
}

/** Reads it from /proc, so that all must be on this machine. */
export async function processorTime(pid: number, db: Client): Promise<ProcessorTime> {
  const { rows } = await db.query<{ pid: number }>(
    'select pid from pg_stat_activity where client_port = any($1::int[])',
    [portsOf(pid)],
  );
  return { server: usedBy(pid), postgres: new Map(rows.map(row => [row.pid, usedBy(row.pid)])) };
}

/** What was used between two readings. A backend that has gone meanwhile lay idle: pools let go of it. */
export function usedBetween(before: ProcessorTime, after: ProcessorTime): { server: number; postgres: number } {
  let postgres = 0;
  for (const [pid, used] of after.postgres) postgres += used - (before.postgres.get(pid) ?? 0);
  return { server: after.server - before.server, postgres };
}

/** CPU that a process has used, in microseconds; nothing for one that has just gone. */
export function usedBy(pid: number): number {
  try {
    // The name, in brackets, may hold blanks: fields are counted behind it (proc(5): utime is the 14th, stime the 15th).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MICROSECONDS;
  } catch {
    return 0;
  }
}
