import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];
const binary = PLACES.find(place => existsSync(place));

/** Whether tests can start a Redis of their own, and whether they can have any: else the one that TEST_REDIS_URL names. */
export const canStartRedis = binary !== undefined;
export const hasRedis = canStartRedis || Boolean(process.env.TEST_REDIS_URL);

export interface TestRedis {
  url: string;
  stop: () => Promise<void>;
}

/** A Redis to count in: that of TEST_REDIS_URL, or one of the test's own. */
export async function useRedis(): Promise<TestRedis> {
  const named = process.env.TEST_REDIS_URL;
  return named ? { url: named, stop: async () => {} } : startRedis();
}

/** A Redis that keeps nothing, and ends with the tests. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(binary!, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('eady to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      end();
      process.off('exit', end);
      return ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
