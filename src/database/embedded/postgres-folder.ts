import { mkdir, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { POSTGRES_VERSION } from './postgres-binaries.js';
import type { UserIds } from './postgres-user.js';
import { PostgresUnavailable } from './postgres-unavailable.js';

/** Where everything of one embedded server lies; absolute, without symbolic links. */
export interface PostgresFolder {
  folder: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** The password of both roles, readable by its owner only (0600); inside the data folder, so that the two are never parted. */
  password: string;
  log: string;
  /** Links to libraries, where node_modules may not be written. */
  libraries: string;
}

const LONGEST_LOG = 10 * 1024 * 1024; // bytes

export async function openPostgresFolder(folder: string): Promise<PostgresFolder> {
  await mkdir(folder, { recursive: true });
  const real = await realpath(folder);
  const data = join(real, 'postgres');

  return {
    folder: real,
    data,
    password: join(data, 'nhip-cau.password'),
    log: join(real, 'postgres.log'),
    libraries: join(real, 'postgres-libraries'),
  };
}

/** Whether the data folder holds a database; throws PostgresUnavailable when what it holds cannot be used. */
export async function hasCluster({ data }: PostgresFolder): Promise<boolean> {
  try {
    const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
    if (version === POSTGRES_VERSION) return true;
    throw new PostgresUnavailable(
      `${data} was made by PostgreSQL ${version}, and this is ${POSTGRES_VERSION}. Dump it with pg_dump ${version} and load it into a new one, or move it away to start afresh.`,
    );
  } catch (error) {
    if (errorCode(error) === 'EACCES') throw new PostgresUnavailable(await whoseFolder(data), { cause: error });
    if (errorCode(error) !== 'ENOENT') throw error;
  }

  const files = await readdir(data).catch(() => []);
  if (files.length === 0) return false;
  throw new PostgresUnavailable(
    `${data} holds files (${files.slice(0, 3).join(', ')}) but no database. Move them away, or choose another folder.`,
  );
}

/** Opens the log to write at its end, as its owner only; a log that has grown too long starts anew. */
export async function openLog({ log }: PostgresFolder, owner: UserIds | null): Promise<FileHandle> {
  const file = await open(log, 'a', 0o600);
  if ((await file.stat()).size > LONGEST_LOG) await file.truncate();
  if (owner) await file.chown(owner.uid, owner.gid); // Root may not be who starts the server the next time.
  return file;
}

async function whoseFolder(data: string): Promise<string> {
  const { uid } = await stat(data);
  return `${data} belongs to the user ${uid}. Run as that user or as root, or choose another folder.`;
}
