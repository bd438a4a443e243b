import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ROOT = join(import.meta.dirname, '../..');

/** What a command printed, and its exit code. */
export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `nhip-cau`, as global-setup.mjs has compiled it, as a process of its own, with the given words, settings and standard input, which may come in pieces. */
export async function runCommand(
  words: string[],
  settings: Record<string, string>,
  input: string | Iterable<Uint8Array> = '',
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/cli/nhip-cau.js', ...words], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
  });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
  const pieces = typeof input === 'string' ? [Buffer.from(input)] : input;
  pipeline(Readable.from(pieces), child.stdin).catch(() => {}); // It may end before it has read everything.
  result.code = await new Promise(resolve => child.on('close', resolve));
  return result;
}
