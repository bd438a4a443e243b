import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, open, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { explainPostgresFailure } from './explain-postgres-failure.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { hasCluster, type PostgresFolder } from './postgres-folder.js';
import { type PostgresRuntime, runAsPostgres } from './run-as-postgres.js';
import { removeUnfinishedCluster, startUnfinishedCluster, waitForUnfinishedClusters } from './unfinished-cluster.js';

/**
 * Collation and case come from PostgreSQL itself (builtin, C.UTF-8), the same on every machine. Only pg_trgm and full text ask the system what a
 * letter is: told "C", pg_trgm drops every letter that is not ASCII (Lao, Thai and Chinese words then have no trigrams at all).
 */
const CHARACTERS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'C' };

/**
 * Makes an empty database. It is made aside and then renamed, so that the data folder is there whole or not at all: one that was
 * interrupted leaves no trace, and of several processes that make one at the same time, one wins and the others take its.
 */
export async function createCluster(
  place: PostgresFolder,
  { initdb }: PostgresBinaries,
  runtime: PostgresRuntime,
  { durable, deadline }: { durable: boolean; deadline: AbortSignal },
): Promise<void> {
  await waitForUnfinishedClusters(place.folder);
  if (await hasCluster(place)) return;
  const aside = startUnfinishedCluster(place.folder);
  const password = join(aside, 'password');
  const data = join(aside, 'data');

  try {
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    const { ids } = runtime.user;
    if (ids) for (const path of [aside, password]) await chown(path, ids.uid, ids.gid);

    const child = runAsPostgres(runtime, initdb, clusterOptions(data, password, durable), {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: deadline,
    });
    const [said, complaints, code] = await Promise.all([text(child.stdout!), text(child.stderr!), exitOf(child)]);
    if (code !== 0) throw explainPostgresFailure('The database could not be made', `${said}${complaints}`);

    await rename(password, join(data, basename(place.password)));
    await rename(data, place.data);
    if (durable) await writeDown(place.folder);
  } catch (error) {
    if (!(await hasCluster(place))) throw error; // Else another process was quicker, and its database is there.
  } finally {
    await removeUnfinishedCluster(aside);
  }
}

/** A folder's entries are safe from a power cut only once the folder itself has been written to the disk. */
async function writeDown(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Folders cannot be opened there.
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(explainPostgresFailure('initdb could not be run', error.message)));
    child.once('close', resolve);
  });
}

function clusterOptions(data: string, password: string, durable: boolean): string[] {
  return [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${CHARACTERS[process.platform] ?? 'C.UTF-8'}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}
