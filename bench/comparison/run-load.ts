import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { peerFolder } from './peer-folder.js';

/** One HTTP request of a load. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came of a load; milliseconds for half of the answers, and for all but one in a hundred. */
export interface LoadResult {
  requests: number;
  seconds: number;
  failed: number;
  bytes: number;
  p50: number;
  p99: number;
}

/** Asks a server for some seconds, from a process of its own. Throws an Error where not every request was answered with success. */
export async function runLoad(
  url: string,
  requests: LoadRequest[],
  { seconds, connections }: { seconds: number; connections: number },
): Promise<LoadResult> {
  const child = spawn(process.execPath, ['load.mjs'], {
    cwd: peerFolder('load'),
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: (seconds + 60) * 1_000,
  });
  child.stdin.end(JSON.stringify({ url, seconds, connections, requests }));
  const result = JSON.parse(await text(child.stdout)) as LoadResult;
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests to ${url} failed.`);
  return result;
}
