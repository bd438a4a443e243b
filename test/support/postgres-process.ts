import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgresOptions } from '../../src/database/embedded/embedded-postgres.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('use-postgres.ts', import.meta.url));

/** Another process that uses the embedded server. */
export interface PostgresProcess {
  pid: number;
  /** Resolves when it has attached or started; rejects with what it said when it could not. */
  url: Promise<string>;
  /** Lets it let go of the server and end. */
  stop: () => Promise<void>;
  /** Sends a signal to it and all it has started in its group, as Ctrl-C does, and waits for its end. */
  kill: (signal: NodeJS.Signals) => Promise<void>;
}

export function usePostgres(
  folder: string,
  options: Omit<EmbeddedPostgresOptions, 'onProgress'> = {},
  user: { uid?: number; gid?: number } = {},
): PostgresProcess {
  const child = spawn(
    process.execPath,
    ['--import', '@oxc-node/core/register', PROGRAM, folder, JSON.stringify(options)],
    { cwd: ROOT, detached: true, stdio: ['pipe', 'pipe', 'pipe'], ...user },
  );
  const ended = once(child, 'exit');
  const url = firstLine(child);
  url.catch(() => {}); // Whoever awaits it hears of it.

  return {
    pid: child.pid!,
    url,
    stop: async () => {
      child.stdin.write('stop\n');
      await ended;
    },
    kill: async signal => {
      process.kill(-child.pid!, signal);
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const said = text(child.stderr!);
  for await (const line of createInterface(child.stdout!)) return line;
  throw new Error(await said);
}
