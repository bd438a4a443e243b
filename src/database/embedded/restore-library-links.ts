import { lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { basename, delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.js';
import type { PostgresBinaries } from './postgres-binaries.js';

/**
 * Makes the names under which PostgreSQL's programs look for their libraries, where npm was told to run no install
 * scripts and so left them out. Gives where the programs must look besides (as in LD_LIBRARY_PATH), or null.
 */
export async function restoreLibraryLinks({ folder }: PostgresBinaries, spare: string): Promise<string | null> {
  const missing: { source: string; target: string }[] = [];
  for (const link of await readLinks(folder)) {
    if (!(await isThere(link.target))) missing.push(link);
  }
  if (missing.length === 0) return null;

  try {
    // Relative, as the install script makes them, so that the folder can be moved.
    for (const { source, target } of missing) await makeLink(basename(source), target);
    return null;
  } catch (error) {
    if (!isReadOnly(error)) throw error;
  }

  await mkdir(spare, { recursive: true });
  for (const { source, target } of missing) await makeLink(source, join(spare, basename(target)));
  // A library that was found through a link looks for its own only beside the link.
  return [spare, join(folder, 'lib')].join(delimiter);
}

/** As pg-symlinks.json tells them, relative to the package: "native/lib/libpq.so.5.18", "native/lib/libpq.so.5". */
const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

async function readLinks(folder: string): Promise<{ source: string; target: string }[]> {
  try {
    const links = LINKS.parse(JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')));
    const inside = (path: string) => resolve(folder, path.replace(/^native\//, ''));
    return links.map(({ source, target }) => ({ source: inside(source), target: inside(target) }));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []; // Windows has none.
    throw error;
  }
}

async function makeLink(source: string, target: string): Promise<void> {
  try {
    await symlink(source, target);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error; // Another process was quicker.
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error));
}
