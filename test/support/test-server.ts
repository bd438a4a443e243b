import { chmodSync, existsSync, mkdtempSync, readdirSync, realpathSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { errorCode } from '../../src/database/error-code.js';
import { isAlive } from '../../src/database/is-alive.js';
import { readPostmaster } from '../../src/database/embedded/postmaster-pid.js';
import { removeServer } from './remove-server.js';

const PREFIX = 'nhip-cau-test-';
const MEMORY = '/dev/shm';
const ENOUGH = 1024 ** 3; // bytes

/** Nothing has to survive a run of the tests. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

let remove: (() => void) | undefined;

/**
 * Starts a server for one run of the tests and gives its URL, as a role that may make databases.
 * It is gone when this process ends: after Ctrl-C too, and after kill -9 when the next run starts.
 */
export async function startTestServer(): Promise<string> {
  await removeLeftovers();
  const folder = newServerFolder();
  remove = () => removeServer(folder);
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

  const { url } = await startEmbeddedPostgres(folder, { settings: SETTINGS });
  return url;
}

/** Stops the server and removes its data. False when this run has started none. */
export function removeTestServer(): boolean {
  if (!remove) return false;
  remove();
  remove = undefined;
  return true;
}

/** An empty folder for a server of this process's; should the process be killed, the next run of the tests removes it. */
export function newServerFolder(): string {
  const folder = mkdtempSync(join(whereToKeepData(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711); // Root's server runs as another user, who has to enter it.
  return folder;
}

/** Memory where there is room, else the disk. */
function whereToKeepData(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ENOUGH ? MEMORY : tmpdir();
}

/** Removes what runs have left that were killed: a folder is named by its process. */
async function removeLeftovers(): Promise<void> {
  for (const parent of [MEMORY, tmpdir()].filter(folder => existsSync(folder)).map(folder => realpathSync(folder))) {
    for (const name of readdirSync(parent).filter(found => found.startsWith(PREFIX))) {
      if (!isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) await removeLeftover(join(parent, name));
    }
  }
}

async function removeLeftover(folder: string): Promise<void> {
  try {
    await readPostmaster(join(folder, 'postgres')); // Forgets a pid that has since become another program's.
    removeServer(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error))) throw error; // Else it is another user's, and theirs to remove.
  }
}
