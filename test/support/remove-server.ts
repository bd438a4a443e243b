import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../src/database/is-alive.js';

/** Stops the server whose folder this is, at once, and removes the folder; without a pause for others, as a process that exits has to. */
export function removeServer(folder: string): void {
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  if (existsSync(pidFile)) {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT'); // PostgreSQL's "immediate shutdown".
    for (let waited = 0; existsSync(pidFile) && isAlive(pid) && waited < 5000; waited += 10) pause(10);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
