import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../src/database/is-alive.js';
import { type GatewayProcess, startProcess } from '../support/gateway-process.js';
import { runCommand } from '../support/run-command.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nhip-cau-journey-'));
});

afterAll(() => {
  const pid = postgresPid();
  if (pid !== null && isAlive(pid)) process.kill(pid, 'SIGKILL'); // A test failed: its file may outlive the process.
  rmSync(folder, { recursive: true, force: true });
});

function postgresPid(): number | null {
  const file = join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

async function count({ url }: GatewayProcess): Promise<number> {
  const answer = await fetch(`${url}/graphql?query=${encodeURIComponent('{articles{totalCount}}')}`, {
    headers: { 'apollo-require-preflight': 'true' },
  });
  const { data }: any = await answer.json();
  return data.articles.totalCount;
}

/** What PostgreSQL had for each connection outlives it by the moment that it takes to notice, and may answer once more. */
async function becomesUnready({ url }: GatewayProcess): Promise<void> {
  const deadline = performance.now() + 30_000;
  while ((await fetch(`${url}/health/ready`)).status !== 503) {
    if (performance.now() > deadline)
      throw new Error('The gateway says that it is ready while its PostgreSQL is dead.');
    await sleep(50);
  }
}

const ITEM = JSON.stringify({
  uri: 'urn:tin:1',
  type: 'text',
  language: 'vi',
  headlines: [{ value: 'Tin mới' }],
  bodies: [{ contentType: 'text/html', value: '<p>Văn bản.</p>' }],
});

test('what was accepted outlives the end of the gateway and of PostgreSQL, however sudden', async () => {
  const first = await startProcess(folder);
  const demo = await count(first);
  expect(demo).toBeGreaterThanOrEqual(130);

  const second = await startProcess(folder); // Two processes may share the folder.
  expect(await count(second)).toBe(demo);
  expect(await first.end('SIGKILL')).toBeNull();
  expect(await count(second)).toBe(demo);

  const command = await runCommand(
    ['ingest', '-', '--source', 'foreign-desk'],
    { DATABASE_URL: '', DATA_DIR: folder },
    ITEM,
  );
  expect(command).toMatchObject({ code: 0 });
  expect(await second.end('SIGKILL')).toBeNull();

  const orphan = postgresPid()!;
  const third = await startProcess(folder); // Attaches to the server that was left behind.
  expect(postgresPid()).toBe(orphan);
  expect(await count(third)).toBe(demo + 1);
  execFileSync('kill', ['-9', String(orphan)]);
  await third.end('SIGKILL');

  const fourth = await startProcess(folder); // PostgreSQL recovers.
  expect(await count(fourth)).toBe(demo + 1);
  expect(await fourth.end('SIGINT')).toBe(0);
  expect(postgresPid()).toBeNull();
});

test('a gateway stays up, and answers again, when its PostgreSQL dies and is started anew', async () => {
  const gateway = await startProcess(folder);
  const before = await count(gateway);
  execFileSync('kill', ['-9', String(postgresPid())]);
  await becomesUnready(gateway);
  expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  expect(await gateway.end('SIGTERM')).toBe(0);

  const next = await startProcess(folder);
  expect(await count(next)).toBe(before);
  expect(await next.end('SIGTERM')).toBe(0);
});
