import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import type { PostgresUser } from './postgres-user.js';

/** What PostgreSQL's programs are run with besides their arguments. */
export interface PostgresRuntime {
  user: PostgresUser;
  /** Where to look for libraries besides where they are, as in LD_LIBRARY_PATH; or null. */
  libraries: string | null;
}

/** Starts one of PostgreSQL's programs apart from our terminal, so that Ctrl-C reaches only us. */
export function runAsPostgres(
  { user, libraries }: PostgresRuntime,
  program: string,
  args: string[],
  options: Pick<SpawnOptions, 'stdio' | 'signal'>,
): ChildProcess {
  const [command = program, ...rest] = [...user.prefix, program, ...args];

  return spawn(command, rest, {
    cwd: '/',
    detached: true,
    windowsHide: true,
    ...options,
    // Nothing of ours: a PGDATA, PGOPTIONS or LANG of the person who starts us must not change the cluster.
    env: { LC_ALL: 'C', TZ: 'UTC', ...(libraries && { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries }) },
    ...(user.prefix.length === 0 && user.ids),
  });
}
