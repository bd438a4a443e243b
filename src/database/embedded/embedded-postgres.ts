import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCluster } from './create-cluster.js';
import { DATABASE } from './ensure-database.js';
import { errorCode } from '../error-code.js';
import { explainPostgresFailure } from './explain-postgres-failure.js';
import { holdPostgres, type PostgresHold } from './hold-postgres.js';
import { launchPostgres } from './launch-postgres.js';
import { binariesIn, findPostgresBinaries } from './postgres-binaries.js';
import { hasCluster, openPostgresFolder, type PostgresFolder } from './postgres-folder.js';
import { PostgresUnavailable } from './postgres-unavailable.js';
import { choosePostgresUser } from './postgres-user.js';
import { readPostmaster } from './postmaster-pid.js';
import { restoreLibraryLinks } from './restore-library-links.js';
import { stopPostgres } from './stop-postgres.js';

/** A PostgreSQL server that npm has brought along, in use by this process. */
export interface EmbeddedPostgres {
  /** Where to connect, password included: the gateway's own database, as its owner. On 127.0.0.1 only. */
  url: string;
  /** Lets go of the server, and stops it when no other process uses it. May be called again. */
  stop: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Settings of PostgreSQL (its documentation, chapter 19) over ours; they count when this process is the one that starts it. */
  settings?: Record<string, string>;
  /** Told in a line what takes long. */
  onProgress?: (line: string) => void;
  /** A folder with PostgreSQL's bin, lib and share, instead of the one that npm has brought. */
  binaries?: string;
}

/** A server that has a long journal to read after a crash needs a while. */
const PATIENCE = 180_000; // ms

/**
 * Attaches to the server whose data is in `folder`, or starts it, making an empty database the first time. Any number of processes may
 * do so at the same time. The server is on its own: it outlives a process that is killed. Throws PostgresUnavailable.
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  try {
    return await attachOrStart(await openPostgresFolder(folder), options);
  } catch (error) {
    if (!/^E[A-Z]+$/.test(errorCode(error))) throw error;
    throw explainPostgresFailure(`The database in ${folder} cannot be used`, String(error));
  }
}

async function attachOrStart(place: PostgresFolder, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const deadline = AbortSignal.timeout(PATIENCE);

  while (!deadline.aborted) {
    const attached = await attach(place);
    if (attached) return attached;
    if ((await hasCluster(place)) && (await readPostmaster(place.data))) await sleep(10); // It is starting or stopping.
    else await start(place, options, deadline);
  }
  throw new PostgresUnavailable(
    `PostgreSQL was not ready after ${PATIENCE / 1000} s. What it does is in ${place.log}.`,
  );
}

async function attach(place: PostgresFolder): Promise<EmbeddedPostgres | null> {
  if (!(await hasCluster(place))) return null;
  const postmaster = await readPostmaster(place.data);
  if (!postmaster?.ready) return null;

  const password = await readFile(place.password, 'utf8');
  const hold = await holdPostgres({ port: postmaster.port, password, dataFolder: place.data });
  if (!hold) return null;

  let stopped: Promise<void> | undefined;
  return {
    url: `postgresql://${DATABASE}:${password}@127.0.0.1:${postmaster.port}/${DATABASE}?sslmode=disable`,
    stop: () => (stopped ??= letGo(hold, place)),
  };
}

async function letGo(hold: PostgresHold, place: PostgresFolder): Promise<void> {
  try {
    if (await hold.release()) await stopPostgres(place);
  } finally {
    await hold.end();
  }
}

async function start(place: PostgresFolder, options: EmbeddedPostgresOptions, deadline: AbortSignal): Promise<void> {
  const { settings = {}, onProgress = () => {} } = options;
  const binaries = options.binaries === undefined ? findPostgresBinaries() : binariesIn(options.binaries);
  const runtime = {
    libraries: await restoreLibraryLinks(binaries, place.libraries),
    user: await choosePostgresUser(place.data, binaries.postgres),
  };

  if (!(await hasCluster(place))) {
    onProgress(`Making an empty database in ${place.data}`);
    await createCluster(place, binaries, runtime, { durable: settings['fsync'] !== 'off', deadline });
  }
  onProgress('Starting PostgreSQL');
  await launchPostgres(place, binaries, runtime, settings, deadline);
}
