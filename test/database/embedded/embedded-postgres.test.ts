import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { findFreePort } from '../../../src/database/embedded/find-free-port.js';
import { isAlive } from '../../../src/database/is-alive.js';
import { findPostgresBinaries } from '../../../src/database/embedded/postgres-binaries.js';
import { PostgresUnavailable } from '../../../src/database/embedded/postgres-unavailable.js';
import { usePostgres } from '../../support/postgres-process.js';
import { removeServer } from '../../support/remove-server.js';
import { newServerFolder } from '../../support/test-server.js';
import { until } from '../../support/until.js';

const isRoot = process.getuid?.() === 0;
const describeAsRoot = isRoot ? describe : describe.skip;
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip; // Elsewhere there is no /proc to look into.
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Root can also try how a plain user fares, unless Node.js or the project lies where only root may go. */
const asNobody = spawnSync(process.execPath, ['--import', '@oxc-node/core/register', '--eval', '0'], NOBODY);
const describeWithPlainUser = asNobody.status === 0 ? describe : describe.skip;
const describeAsPlainUser = isRoot ? describeWithPlainUser : describe;

/** A database that was made once, to copy: making one takes a second. */
let made: string;
let folders: string[] = [];

function newFolder(): string {
  const folder = newServerFolder();
  folders.push(folder);
  return folder;
}

function folderWithDatabase(): string {
  const folder = newFolder();
  execFileSync('cp', ['-a', join(made, 'postgres'), folder]);
  return folder;
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: statement, rowMode: 'array' })).rows.map(row => row[0]);
  } finally {
    await client.end();
  }
}

function serverOf(folder: string): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);
}

function isRunning(folder: string): boolean {
  return existsSync(join(folder, 'postgres/postmaster.pid'));
}

/** PostgreSQL as npm unpacks it: without the names under which it looks for its libraries. */
function binariesWithoutLinks(): string {
  const { folder: original } = findPostgresBinaries();
  const folder = newFolder();
  for (const part of ['bin', 'lib']) {
    mkdirSync(join(folder, part));
    for (const name of readdirSync(join(original, part))) {
      const path = join(original, part, name);
      if (part === 'bin') copyFileSync(path, join(folder, part, name));
      else if (!lstatSync(path).isSymbolicLink()) symlinkSync(path, join(folder, part, name));
    }
  }
  symlinkSync(join(original, 'share'), join(folder, 'share'));
  copyFileSync(join(original, 'pg-symlinks.json'), join(folder, 'pg-symlinks.json'));
  return folder;
}

async function refusal(folder: string, settings: Record<string, string> = {}): Promise<string> {
  const error: unknown = await startEmbeddedPostgres(folder, { settings }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PostgresUnavailable);
  return String(error);
}

beforeAll(async () => {
  const folder = newServerFolder();
  const postgres = await startEmbeddedPostgres(folder, { settings: { fsync: 'off' } });
  await ask(postgres.url, 'create table kept as select 1 as number');
  await postgres.stop();
  made = folder;
});

afterEach(() => {
  for (const folder of folders) removeServer(folder);
  folders = [];
});

afterAll(() => {
  removeServer(made);
});

describe('the first start', () => {
  test('makes a database that only its owner can enter, from this machine alone', async () => {
    const folder = newFolder();
    const progress: string[] = [];
    const { url, stop } = await startEmbeddedPostgres(folder, { onProgress: line => progress.push(line) });

    expect(progress).toEqual([`Making an empty database in ${folder}/postgres`, 'Starting PostgreSQL']);
    expect(await ask(url, `select current_setting('server_version_num')::int / 10000`)).toEqual([18]);
    expect(await ask(url, `select current_setting('listen_addresses')`)).toEqual(['127.0.0.1']);
    expect(await ask(url, `select current_setting('fsync')`)).toEqual(['on']);
    expect(await ask(url, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([false]);

    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
    stranger.username = 'postgres';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(folder, 'postgres/nhip-cau.password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'postgres.log')).mode & 0o777).toBe(0o600);
    await stop();
  });

  test('orders and compares text in the same way on every machine, and sees letters of every script', async () => {
    const { url, stop } = await startEmbeddedPostgres(folderWithDatabase());
    await ask(url, 'create extension pg_trgm');

    expect(await ask(url, `select lower('ĐOÀN KẾT')`)).toEqual(['đoàn kết']);
    expect(await ask(url, `select datlocale from pg_database where datname = current_database()`)).toEqual(['C.UTF-8']);
    expect(
      await ask(url, `select cardinality(show_trgm(word)) > 0 from (values ('ລາວ'), ('ไทย'), ('中文')) as _(word)`),
    ).toEqual([true, true, true]);
    await stop();
  });

  test('is made anew where one was interrupted', async () => {
    const folder = newFolder();
    const first = usePostgres(folder);
    await until('The cluster is made', () =>
      readdirSync(folder).some(name => existsSync(join(folder, name, 'data/base'))),
    );
    await first.kill('SIGKILL');
    expect(existsSync(join(folder, 'postgres'))).toBe(false);

    const { url, stop } = await startEmbeddedPostgres(folder);
    expect(await ask(url, 'select 1')).toEqual([1]);
    await stop();
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres.log']);
  });

  test('is made once when four processes start at the same moment', async () => {
    const folder = newFolder();
    const processes = [1, 2, 3, 4].map(() => usePostgres(folder, { settings: { fsync: 'off' } }));
    const urls = await Promise.all(processes.map(({ url }) => url));

    expect(new Set(urls).size).toBe(1);
    expect(await ask(urls[0]!, 'select 1')).toEqual([1]);
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8').match(/ready to accept connections/g)).toHaveLength(1);
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres.log']);

    await Promise.all(processes.map(({ stop }) => stop()));
    expect(isRunning(folder)).toBe(false);
  });
});

describe('a server in use', () => {
  test('is shared, and is stopped by the last who leaves', async () => {
    const folder = folderWithDatabase();
    const first = usePostgres(folder);
    const url = await first.url;
    const second = await startEmbeddedPostgres(folder);
    const third = await startEmbeddedPostgres(folder);
    expect([second.url, third.url]).toEqual([url, url]);

    await first.stop();
    await third.stop();
    await third.stop();
    expect(await ask(url, 'select number from kept')).toEqual([1]);

    await second.stop();
    expect(isRunning(folder)).toBe(false);
    await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  test('is started once more, with what was in it, when it was just being stopped', async () => {
    const folder = folderWithDatabase();
    const leaving = await startEmbeddedPostgres(folder);
    const [, coming] = await Promise.all([leaving.stop(), startEmbeddedPostgres(folder)]);

    expect(await ask(coming.url, 'select number from kept')).toEqual([1]);
    await coming.stop();
    expect(isRunning(folder)).toBe(false);
  });

  test.each(['SIGINT', 'SIGKILL'] as const)('outlives %s to the process that started it', async signal => {
    const folder = folderWithDatabase();
    const first = usePostgres(folder);
    const url = await first.url;
    const server = serverOf(folder);
    await first.kill(signal);

    const next = await startEmbeddedPostgres(folder);
    expect(next.url).toBe(url);
    expect(serverOf(folder)).toBe(server);
    await next.stop();
    expect(isRunning(folder)).toBe(false);
  });

  test('stays in use through a crash of its connections', async () => {
    const folder = folderWithDatabase();
    const staying = await startEmbeddedPostgres(folder);
    const server = serverOf(folder);
    const asking = new Client(staying.url);
    asking.on('error', () => {});
    await asking.connect();
    const { rows } = await asking.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(rows[0]!.pid, 'SIGKILL');
    await until('The server is torn down', () =>
      readFileSync(join(folder, 'postgres.log'), 'utf8').includes('all server processes terminated'),
    );
    await until('The server is gone', async () => {
      const holds = await ask(staying.url, `select count(*)::int from pg_locks where locktype = 'advisory'`).catch(
        () => [0],
      );
      return holds[0] === 1;
    });

    const passing = await startEmbeddedPostgres(folder);
    await passing.stop();
    expect(serverOf(folder)).toBe(server);
    expect(await ask(staying.url, 'select number from kept')).toEqual([1]);
    await staying.stop();
    expect(isRunning(folder)).toBe(false);
  });
});

describeOnLinux('after a crash', () => {
  test('nothing that was committed is lost when PostgreSQL is killed', async () => {
    const folder = folderWithDatabase();
    const first = await startEmbeddedPostgres(folder);
    await ask(first.url, 'insert into kept select generate_series(2, 1000)');
    process.kill(serverOf(folder), 'SIGKILL');

    const next = await startEmbeddedPostgres(folder);
    expect(await ask(next.url, 'select count(*)::int from kept')).toEqual([1000]);
    await first.stop();
    expect(await ask(next.url, 'select count(*)::int from kept')).toEqual([1000]);
    await next.stop();
    expect(isRunning(folder)).toBe(false);
  });

  test('a dead server that nobody has buried is not taken for a living one', async () => {
    const folder = folderWithDatabase();
    const parent = usePostgres(folder);
    await parent.url;
    const dead = serverOf(folder);
    process.kill(parent.pid, 'SIGSTOP'); // It cannot take note of the end of what it has started.
    process.kill(dead, 'SIGKILL');
    await until('The owner is dead', () => readFileSync(`/proc/${dead}/stat`, 'utf8').includes(') Z '));

    const next = await startEmbeddedPostgres(folder);
    expect(await ask(next.url, 'select number from kept')).toEqual([1]);
    expect(isAlive(dead)).toBe(true);
    await next.stop();
    expect(isRunning(folder)).toBe(false);
    await parent.kill('SIGKILL');
  });

  test('a server whose number now belongs to another program is not taken for a living one', async () => {
    const folder = folderWithDatabase();
    const [, ...rest] = ['', join(folder, 'postgres'), '1700000000', '5432', '', '127.0.0.1', '  1 1', 'ready   '];
    writeFileSync(join(folder, 'postgres/postmaster.pid'), [process.pid, ...rest, ''].join('\n'));

    const { url, stop } = await startEmbeddedPostgres(folder);
    expect(await ask(url, 'select number from kept')).toEqual([1]);
    await stop();
  });
});

describe('installed without install scripts', () => {
  test('its libraries are given the names they lack', async () => {
    const binaries = binariesWithoutLinks();
    const { url, stop } = await startEmbeddedPostgres(newFolder(), { binaries, settings: { fsync: 'off' } });

    expect(await ask(url, 'select 1')).toEqual([1]);
    expect(readlinkSync(join(binaries, 'lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
    await stop();
  });
});

describeAsRoot('run by root', () => {
  test('the server is another user, who owns the data', async () => {
    const folder = newFolder();
    const { stop } = await startEmbeddedPostgres(folder, { settings: { fsync: 'off' } });

    const { uid } = statSync(`/proc/${serverOf(folder)}`);
    expect(uid).not.toBe(0);
    expect(statSync(join(folder, 'postgres')).uid).toBe(uid);
    await stop();
  });

  test('it serves from a folder that only root may enter, and reads no more than it must write', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const folder = join(closed, 'inside');
    folders.push(folder);
    const { url, stop } = await startEmbeddedPostgres(folder, { settings: { fsync: 'off' } });

    expect(await ask(url, 'select 1')).toEqual([1]);
    const status = readFileSync(`/proc/${serverOf(folder)}/status`, 'utf8');
    expect(status).toMatch(/^CapEff:\t000000000000000[24]$/m); // CAP_DAC_OVERRIDE or CAP_DAC_READ_SEARCH and nothing else.
    expect(status).not.toMatch(/^Uid:\t0/m);
    await stop();
  });

  test('a database that root has restored becomes the server’s', async () => {
    const folder = folderWithDatabase();
    execFileSync('chown', ['-R', '0:0', folder]);
    const { url, stop } = await startEmbeddedPostgres(folder);

    expect(await ask(url, 'select number from kept')).toEqual([1]);
    await stop();
  });
});

describeAsPlainUser('run by a plain user', () => {
  test('its libraries are given the names they lack elsewhere where node_modules is read-only', async () => {
    const binaries = binariesWithoutLinks();
    const folder = newFolder();
    if (isRoot) chownSync(folder, NOBODY.uid, NOBODY.gid); // Nothing is read-only to root.
    else chmodSync(join(binaries, 'lib'), 0o555);

    const user = usePostgres(folder, { binaries, settings: { fsync: 'off' } }, isRoot ? NOBODY : {});
    expect(await ask(await user.url, 'select 1')).toEqual([1]);
    expect(existsSync(join(binaries, 'lib/libpq.so.5'))).toBe(false);
    await user.stop();
    chmodSync(join(binaries, 'lib'), 0o755);
  });
});

describeWithPlainUser('run by root and by a plain user', () => {
  test('a database of a plain user stays theirs', async () => {
    const folder = newFolder();
    chownSync(folder, NOBODY.uid, NOBODY.gid);
    const plain = usePostgres(folder, { settings: { fsync: 'off' } }, NOBODY);
    const url = await plain.url;
    const root = await startEmbeddedPostgres(folder);
    expect(root.url).toBe(url);
    await plain.stop();
    await root.stop();

    const again = await startEmbeddedPostgres(folder);
    expect(statSync(`/proc/${serverOf(folder)}`).uid).toBe(NOBODY.uid);
    await again.stop();
    const plainAgain = usePostgres(folder, {}, NOBODY);
    await plainAgain.url;
    await plainAgain.stop();
  });

  test('a plain user is told whose it is', async () => {
    const folder = folderWithDatabase();
    const { uid } = statSync(join(folder, 'postgres'));
    const plain = usePostgres(folder, {}, { uid: 12_345, gid: 12_345 });

    await expect(plain.url).rejects.toThrow(`belongs to the user ${uid}. Run as that user or as root`);
  });
});

describe('what cannot work is explained', () => {
  test('a database of another version', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n');

    expect(await refusal(folder)).toContain('was made by PostgreSQL 17, and this is 18. Dump it with pg_dump 17');
  });

  test('a folder with something else in it', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/holiday.jpg'), '');

    expect(await refusal(folder)).toContain('holds files (holiday.jpg) but no database. Move them away');
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['holiday.jpg']);
  });

  test('a file in the place of the folder', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'file'), '');

    expect(await refusal(join(folder, 'file'))).toContain('cannot be used');
  });

  test('a port that is taken', async () => {
    const port = new URL(process.env['TEST_DATABASE_URL']!).port;

    const message = await refusal(folderWithDatabase(), { port });
    expect(message).toContain(`did not start on port ${port}. The port is taken.`);
  });

  test('a setting that PostgreSQL does not know', async () => {
    const message = await refusal(folderWithDatabase(), { shared_bufers: '1GB' });
    expect(message).toContain('One of its settings is wrong');
    expect(message).toContain('shared_bufers');
  });

  test('a server of which the password has been changed', async () => {
    const folder = folderWithDatabase();
    const first = await startEmbeddedPostgres(folder);
    const password = join(folder, 'postgres/nhip-cau.password');
    const right = readFileSync(password);
    writeFileSync(password, 'wrong');

    expect(await refusal(folder)).toContain('does not accept the password');
    writeFileSync(password, right);
    await first.stop();
    expect(isRunning(folder)).toBe(false);
  });

  test.each([
    [{ platform: 'linux', architecture: 'riscv64', glibc: true }, 'no embedded PostgreSQL for linux riscv64'],
    [{ platform: 'linux', architecture: 'x64', glibc: false }, 'needs glibc'],
    [{ platform: 'freebsd', architecture: 'x64', glibc: false }, 'no embedded PostgreSQL for freebsd x64'],
  ])('a machine that it does not run on: %p', (machine, message) => {
    expect(() => findPostgresBinaries(machine)).toThrow(message);
    expect(() => findPostgresBinaries(machine)).toThrow('Set DATABASE_URL');
  });

  test('a package that was left out', () => {
    const elsewhere = process.platform === 'win32' ? 'linux' : 'win32';
    const machine = { platform: elsewhere, architecture: 'x64', glibc: true };

    expect(() => findPostgresBinaries(machine)).toThrow('is not installed. Run "npm install" on this machine');
  });
});

test('a log that has grown too long starts anew', async () => {
  const folder = folderWithDatabase();
  const log = join(folder, 'postgres.log');
  writeFileSync(log, '');
  truncateSync(log, 11 * 1024 * 1024);

  const { stop } = await startEmbeddedPostgres(folder);
  await stop();
  expect(statSync(log).size).toBeLessThan(10_000);
});

test('the port is chosen, and may be said', async () => {
  const port = await findFreePort();
  const { url, stop } = await startEmbeddedPostgres(folderWithDatabase(), { settings: { port: String(port) } });

  expect(new URL(url).port).toBe(String(port));
  await stop();
});
