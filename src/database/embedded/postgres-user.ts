import { execFile } from 'node:child_process';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PostgresUnavailable } from './postgres-unavailable.js';

/** A user of the system, by number. */
export interface UserIds {
  uid: number;
  gid: number;
}

/** As whom PostgreSQL's programs are run: it refuses to be run by root. */
export interface PostgresUser {
  /** Whose the data folder is; null where it is simply whoever runs us. */
  ids: UserIds | null;
  /** What stands before the command, such as setpriv and its options; may be empty. */
  prefix: string[];
}

/** In this order; every system has at least the last. */
const NAMES = ['postgres', 'nobody'];

/**
 * Chooses the user to run PostgreSQL as: ourselves, or when we are root the owner of the data folder, else "postgres" or "nobody".
 * Throws PostgresUnavailable when that user cannot be made to reach the program or the data.
 */
export async function choosePostgresUser(dataFolder: string, program: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { ids: null, prefix: [] };

  const ids = (await ownerOf(dataFolder)) ?? (await firstKnown(NAMES));
  const closed = await firstClosed(program, dataFolder, ids);
  if (closed === null) return { ids, prefix: [] };

  const prefix = await passThroughClosedFolders(ids);
  if (prefix === null) {
    throw new PostgresUnavailable(
      `PostgreSQL refuses to run as root, and the user ${ids.uid} whom it runs as instead may not enter ${closed}. ` +
        `Do one of these: "chmod o+x ${closed}"; move the project to a folder that every user may enter, such as /srv; ` +
        `install "setpriv" (package util-linux); run as a plain user; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return { ids, prefix };
}

/**
 * A clone in /root (mode 0700) is common. There the server keeps, of all of root's rights, the one to read and to pass through folders;
 * no_setuid_fixup makes access(2) heed it, which PostgreSQL asks before it runs a program.
 */
async function passThroughClosedFolders({ uid, gid }: UserIds): Promise<string[] | null> {
  const right = await rightToPass();
  const setpriv = await firstThere(['/usr/bin/setpriv', '/bin/setpriv']);
  if (right === null || setpriv === null) return null;

  const rights = `-all,+${right}`;
  return [
    setpriv,
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=${rights}`,
    `--ambient-caps=${rights}`,
    '--',
  ];
}

/** The smaller right where root has it; a container's root by default has only the larger (capabilities(7)). */
async function rightToPass(): Promise<string | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  if (effective & (1n << 2n)) return 'dac_read_search';
  if (effective & (1n << 1n)) return 'dac_override';
  return null;
}

async function ownerOf(folder: string): Promise<UserIds | null> {
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}

async function firstKnown(names: string[]): Promise<UserIds> {
  const run = promisify(execFile);
  for (const name of names) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    } catch {
      continue; // No such user: the next.
    }
  }
  throw new PostgresUnavailable(
    `PostgreSQL refuses to run as root, and this system has no user ${names.join(' or ')}. Run as a plain user, or "useradd --system postgres".`,
  );
}

/** The first folder on the way to the program or the data that the user may not enter, or the program if it may not be run. */
async function firstClosed(program: string, dataFolder: string, ids: UserIds): Promise<string | null> {
  for (const folder of [...foldersAbove(program), ...foldersAbove(dataFolder)]) {
    if (!(await mayUse(folder, 1, ids))) return folder;
  }
  return (await mayUse(program, 5, ids)) ? null : program;
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [...foldersAbove(folder), folder];
}

/** `bits` as in one digit of a mode: 4 read, 1 execute or enter. */
async function mayUse(path: string, bits: number, { uid, gid }: UserIds): Promise<boolean> {
  const found = await stat(path);
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & bits) === bits;
}

async function firstThere(paths: string[]): Promise<string | null> {
  for (const path of paths) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return null;
}
