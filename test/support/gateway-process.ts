import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;

/** The gateway as a process of its own, as `npm start` runs it (global-setup.mjs compiles it), on a data folder. */
export interface GatewayProcess {
  url: string;
  pid: number;
  output: () => string;
  /** Sends a signal and waits for the end; gives the exit code, null where the signal ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** What a module says of standard output and standard error when it is loaded first: they are a terminal. */
const ON_A_TERMINAL = 'data:text/javascript,process.stdout.isTTY=process.stderr.isTTY=true';

/** Starts the gateway on a free port and waits until it is ready; where asked, it takes itself to be on a terminal. */
export async function startProcess(
  dataFolder: string,
  settings: Record<string, string> = {},
  { onTerminal = false } = {},
): Promise<GatewayProcess> {
  const port = await freePort();
  const terminal = onTerminal ? ['--import', ON_A_TERMINAL] : [];
  const child = spawn(process.execPath, [...terminal, '--enable-source-maps', 'dist/src/main.js'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DATA_DIR: dataFolder, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  await ready(child, () => output);

  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    output: () => output,
    end: signal => {
      child.kill(signal);
      return ended;
    },
  };
}

async function ready(child: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (/the gateway is ready|Ctrl-C stops it/.test(output())) return;
    if (child.exitCode !== null) break;
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The gateway did not start:\n${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
