import { chown, lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainPostgresFailure } from './explain-postgres-failure.js';
import { findFreePort } from './find-free-port.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { openLog, type PostgresFolder } from './postgres-folder.js';
import { postgresSettings } from './postgres-settings.js';
import type { UserIds } from './postgres-user.js';
import { readPostmaster } from './postmaster-pid.js';
import { type PostgresRuntime, runAsPostgres } from './run-as-postgres.js';

const TRY_AGAIN = /lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/**
 * Starts the server and waits until it takes connections, has given way to one that another process has started, or `deadline`.
 * It outlives us unless it is stopped. Throws PostgresUnavailable when it cannot start.
 */
export async function launchPostgres(
  place: PostgresFolder,
  { postgres }: PostgresBinaries,
  runtime: PostgresRuntime,
  settings: Record<string, string>,
  deadline: AbortSignal,
): Promise<void> {
  if (runtime.user.ids) await giveTo(place.data, runtime.user.ids);
  const port = settings['port'] ?? String(await findFreePort());
  const log = await openLog(place, runtime.user.ids);
  const child = runAsPostgres(runtime, postgres, ['-D', place.data, ...postgresSettings({ ...settings, port })], {
    stdio: ['ignore', log.fd, log.fd],
  });
  let ended: { code: number | null; signal: string | null } | undefined;
  let failure: Error | undefined;
  child.once('error', error => (failure = error)).once('exit', (code, signal) => (ended = { code, signal }));
  child.unref();
  await log.close();

  while (!deadline.aborted) {
    if (failure) throw explainPostgresFailure('PostgreSQL could not be run', failure.message, place.log);
    const postmaster = await readPostmaster(place.data);
    if (postmaster?.ready) return;
    if (ended?.code === 0) return; // Another process has already used it, and was the last.
    if (ended) {
      const said = await whatItSaid(place.log, child.pid);
      const portWasTaken = settings['port'] === undefined && /Address already in use/.test(said);
      if (TRY_AGAIN.test(said) || portWasTaken) return sleep(50);
      const how = ended.signal === null ? 'did not start' : `was ended by ${ended.signal} while it started`;
      throw explainPostgresFailure(`PostgreSQL ${how} on port ${port}`, said, place.log);
    }
    await sleep(10);
  }
}

/** The log lines of that process, which are marked with its number. The last 64 kB of the log will hold them. */
async function whatItSaid(log: string, pid: number | undefined): Promise<string> {
  const lines = (await readFile(log, 'utf8')).slice(-65_536).split('\n');
  const marked = lines.filter(line => line.includes(`[${pid}]`));
  // A program that cannot even be loaded says so without a mark.
  return (marked.length > 0 ? marked : lines.slice(-4)).join('\n');
}

/** A folder that root has copied here is root's: all of it has to be the server's. */
async function giveTo(path: string, { uid, gid }: UserIds): Promise<void> {
  const found = await lstat(path);
  if (found.uid === uid) return;
  await chown(path, uid, gid);
  if (found.isDirectory()) for (const name of await readdir(path)) await giveTo(join(path, name), { uid, gid });
}
