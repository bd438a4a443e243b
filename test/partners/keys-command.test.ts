import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { runCommand } from '../support/run-command.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

// Milliseconds for five processes, each of which opens the database.
const ENOUGH = 300_000;

const run = (...words: string[]) => runCommand(words, { DATABASE_URL: database.url });

test(
  'partners and their keys are made, listed, rotated and revoked from the command line',
  async () => {
    const added = await run('partners', 'add', 'lao-daily', 'Lao Daily', '--country', 'LA', '--json');
    expect(JSON.parse(added.stdout)).toMatchObject({ slug: 'lao-daily', country: 'LA', suspendedAt: null });

    const created = JSON.parse((await run('keys', 'create', 'lao-daily', '--scopes', 'read', 'desk', '--json')).stdout);
    expect(created).toMatchObject({
      scopes: ['read', 'desk'],
      key: expect.stringMatching(/^nc_[0-9a-f]{16}_[0-9a-f]{46}$/),
    });

    const rotated = JSON.parse((await run('keys', 'rotate', created.prefix, '--json')).stdout);
    await run('keys', 'revoke', rotated.prefix);
    const listed = await run('keys', 'list', '--json');
    const keys = listed.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(keys).toMatchObject([
      { prefix: created.prefix, expiresAt: expect.any(String), revokedAt: null },
      { prefix: rotated.prefix, revokedAt: expect.any(String) },
    ]);
    for (const { key } of [created, rotated]) expect(listed.stdout).not.toContain(key.split('_')[2].slice(0, 40));
  },
  ENOUGH,
);

test('what cannot be is refused in a sentence', async () => {
  const refused = await run('keys', 'create', 'nobody');
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no partner "nobody"') });
  expect((await run('keys', 'create', 'nobody', '--scopes', 'everything')).code).toBe(2);
});
