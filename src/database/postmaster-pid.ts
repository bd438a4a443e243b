import { readFile, readlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.js';
import { isAlive } from './is-alive.js';

/** The server that lives in a data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Whether it takes connections, as far as it has said so. */
  ready: boolean;
}

/** Reads postmaster.pid (PostgreSQL's src/include/utils/pidfile.h). Null where no server lives in the folder, whatever the file says. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | null> {
  const file = join(dataFolder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').map(line => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return null;

  if (!(await livesIn(pid, dataFolder))) {
    // Its number has gone to another program, or it is dead and nobody has buried it (a container without an init).
    // PostgreSQL sees only that the number is in use and would refuse to start for ever.
    if ((await readFile(file, 'utf8').catch(() => '')) === text) await unlink(file);
    return null;
  }
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** A server's current folder is its data folder. Where the system does not tell, the number has to do. */
async function livesIn(pid: number, dataFolder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === dataFolder;
  } catch (error) {
    return errorCode(error) !== 'ENOENT';
  }
}
