import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findPostgresBinaries } from './postgres-binaries.js';
import type { PostgresFolder } from './postgres-folder.js';
import { PostgresUnavailable } from './postgres-unavailable.js';
import { readPostmaster } from './postmaster-pid.js';

const PATIENCE = 60_000; // ms: it writes down all that it holds in memory.

/** Stops the server of that folder as PostgreSQL's "fast shutdown" does: connections end, nothing committed is lost. */
export async function stopPostgres({ data, log }: PostgresFolder): Promise<void> {
  const postmaster = await readPostmaster(data);
  if (!postmaster) return;

  if (process.platform === 'win32') {
    // Windows has no signals: pg_ctl speaks to the server through a pipe.
    await promisify(execFile)(findPostgresBinaries().pgCtl, ['stop', '--pgdata', data, '--mode=fast']);
    return;
  }
  process.kill(postmaster.pid, 'SIGINT');
  const deadline = AbortSignal.timeout(PATIENCE);
  while ((await readPostmaster(data))?.pid === postmaster.pid) {
    if (deadline.aborted)
      throw new PostgresUnavailable(`PostgreSQL is still stopping after ${PATIENCE / 1000} s; see ${log}.`);
    await sleep(10);
  }
}
