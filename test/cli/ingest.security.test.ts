import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../support/desk.js';
import { type CommandResult, runCommand } from '../support/run-command.js';

const MEBIBYTE = 1024 * 1024;

/** An item of about so many bytes: what is large of it is nothing that we keep. */
function line(number: number, bytes = 0): Buffer {
  const item = { uri: `urn:${number}`, type: 'text', headline: 'Tin', body_text: 'Văn bản.', note: 'x'.repeat(bytes) };
  return Buffer.from(`${JSON.stringify(item)}\n`);
}

function* times(count: number, piece: (number: number) => Buffer): Generator<Buffer> {
  for (let number = 1; number <= count; number++) yield piece(number);
}

let desk: Desk;
let folder: string;

beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'nhip-cau-ingest-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.close();
});

function ingest(names: string[], input: Iterable<Uint8Array> = [], settings = {}): Promise<CommandResult> {
  return runCommand(['ingest', ...names, '--source', 'desk'], { DATABASE_URL: desk.url, ...settings }, input);
}

test('lines on standard input are taken in however many there are, in little memory', async () => {
  const lines = times(64, number => line(number, 3 * MEBIBYTE));
  const run = await ingest(['-'], lines, { NODE_OPTIONS: '--max-old-space-size=128' });

  expect(run.stderr).toContain('64 items: 64 stored, 0 updated, 0 unchanged, 0 rejected.');
  expect(run.code).toBe(0);
});

test('a line that is too long is rejected by its number, and loses no other', async () => {
  const run = await ingest(['-'], [line(101), line(102, 5 * MEBIBYTE), line(103)]);

  expect(run.stdout).toMatch(/rejected +line 2\n +The line is longer than 4194304 bytes/);
  expect(run.stderr).toContain('3 items: 2 stored, 0 updated, 0 unchanged, 1 rejected.');
  expect(run.code).toBe(1);
});

test('lines are known as such though the first is longer than a glance, and an item over many lines is one', async () => {
  const long = join(folder, 'long.ndjson');
  writeFileSync(long, Buffer.concat([line(201, 100_000), line(202), Buffer.from('{"broken"')]));
  const item = JSON.stringify({ uri: 'urn:301', type: 'text', headline: 'Tin' }, null, 2);
  const run = await ingest([long, '-', '--verbose'], [Buffer.from(item)]);

  expect(run.stdout).toMatch(/stored +urn:201\n[^]*stored +urn:202\n[^]*rejected +line 3\n/);
  expect(run.stdout).toMatch(/stored +urn:301\n/);
  expect(run.stderr).toContain('4 items: 3 stored');
});

function* endless(): Generator<Buffer> {
  while (true) yield Buffer.alloc(64 * 1024, '{');
}

test('what has no end is refused where files end, and keeps nothing else out', async () => {
  const pipes = mkdtempSync(join(folder, 'pipes-'));
  execFileSync('mkfifo', [join(pipes, 'pipe')]); // Nobody will ever write to it: a folder is its files.
  writeFileSync(join(pipes, 'two.ndjson'), Buffer.concat([line(401), line(402)]));
  const run = await ingest(['/dev/zero', '-', pipes], endless());

  expect(run.stderr).toContain('/dev/zero: The feed has more than 33554432 bytes');
  expect(run.stderr).toContain('-: The feed has more than 33554432 bytes');
  expect(run.stderr).toContain('2 items: 2 stored, 0 updated, 0 unchanged, 0 rejected. 2 inputs could not be read.');
  expect(run.code).toBe(1);
});
