import { execFile } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../error-code.js';
import { isAlive } from '../is-alive.js';

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
    removeUnchanged(file, text);
    return null;
  }
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** In one go: another process may have removed it just now, and a new server may have written its own. */
function removeUnchanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) unlinkSync(file);
}

/** On Linux a server is known by its current folder, elsewhere by its command. Windows tells neither: the number has to do. */
async function livesIn(pid: number, dataFolder: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return (await commandOf(pid)).includes(dataFolder);
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === dataFolder;
  } catch (error) {
    return errorCode(error) !== 'ENOENT'; // The dead have none. Where we may not look, it is somebody's.
  }
}

async function commandOf(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({ stdout: '' }));
  return stdout;
}
