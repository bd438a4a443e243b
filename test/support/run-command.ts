import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What a command printed, and its exit code. */
export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `nhip-cau` as a process of its own, with the given words, settings and standard input. */
export async function runCommand(
  words: string[],
  settings: Record<string, string>,
  input: string | Uint8Array = '',
): Promise<CommandResult> {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/cli/nhip-cau.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
  });
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (result.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (result.stderr += chunk.toString()));
  child.stdin.on('error', () => {}); // It may end before it has read everything.
  child.stdin.end(input);
  result.code = await new Promise(resolve => child.on('close', resolve));
  return result;
}
