import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const MOST_OUTPUT = 10_000;

/** A server of the comparison, as a process of its own that is ready to be asked. */
export interface ServerProcess {
  url: string;
  pid: number;
  stop: () => Promise<void>;
  /** The last that it said, and how it ended if it has. */
  lastWords: () => string;
}

/** Starts a server by a command line that is given a free port, and waits until it takes connections. */
export async function startServer(
  command: (port: number) => string[],
  settings: Record<string, string>,
  folder: string,
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, command(port), {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  // Of what it says the end is kept, and all is read, so that the pipe does not fill.
  const listen = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  for (let waited = 0; !(await answers(port)); waited += 50) {
    if (child.exitCode !== null || waited > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`A server did not start: ${command(port).join(' ')}\n${output}`);
    }
    await sleep(50);
  }
  const lastWords = (): string => `${output}\n(exit code ${child.exitCode}, signal ${child.signalCode})`;
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => stop(child), lastWords };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
