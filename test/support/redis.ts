import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];
const binary = PLACES.find(place => existsSync(place));

/** Whether tests can have a Redis: one that TEST_REDIS_URL names, or one of their own. */
export const hasRedis = Boolean(process.env.TEST_REDIS_URL) || binary !== undefined;

export interface TestRedis {
  url: string;
  stop: () => Promise<void>;
}

/** A Redis to count in: that of TEST_REDIS_URL, or one that keeps nothing and ends with the tests. */
export async function startRedis(): Promise<TestRedis> {
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, stop: async () => {} };

  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(binary!, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  await new Promise<void>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('eady to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => {
      child.kill('SIGKILL');
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
