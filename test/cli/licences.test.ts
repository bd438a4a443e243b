import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type CommandResult, runCommand } from '../support/run-command.js';

let database: TestDatabase;

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

// Milliseconds for five processes, each of which opens the database, on a busy machine.
const ENOUGH = 300_000;

const licences = (...words: string[]): Promise<CommandResult> =>
  runCommand(['licences', ...words], { DATABASE_URL: database.url });

test(
  'licences are granted, changed, listed and taken away, each change under a revision of its own',
  async () => {
    const filter = '{"languages":["lo"]}';
    const added = await licences('add', 'Lao', '--filter', filter, '--text', '--delay', 'PT15M', '--json');
    const granted = JSON.parse(added.stdout);
    expect(granted).toMatchObject({
      partnerId: null,
      text: true,
      media: false,
      delaySeconds: 900,
      filter: JSON.parse(filter),
    });

    const changed = await licences(
      'change',
      String(granted.id),
      '--no-text',
      '--until',
      '2030-01-01T00:00:00Z',
      '--json',
    );
    expect(JSON.parse(changed.stdout)).toEqual({
      ...granted,
      text: false,
      validUntil: '2030-01-01T00:00:00.000Z',
      revision: granted.revision + 1,
    });
    expect((await licences('list')).stdout).toMatch(/everybody +Lao .*900 s later/);

    expect((await licences('remove', String(granted.id))).code).toBe(0);
    expect((await licences()).stdout).toContain('There are no licences yet');
  },
  ENOUGH,
);

test(
  'a licence is that of a partner that there is',
  async () => {
    const refused = await licences('add', 'Lao', '--partner', 'lao-dayly');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no partner "lao-dayly"') });

    await runCommand(['partners', 'add', 'lao-daily', 'Lao Daily'], { DATABASE_URL: database.url });
    const added = await licences('add', 'Lao', '--partner', 'lao-daily', '--json');
    expect((await licences('list')).stdout).toMatch(/lao-daily +Lao/);
    expect((await licences('remove', String(JSON.parse(added.stdout).id))).code).toBe(0);
  },
  ENOUGH,
);

test.each([
  ['{"language":["lo"]}', 'language'],
  ['{"topics":{"any":["no-such-topic"]}}', 'no-such-topic'],
  ['[]', 'filter'],
  ['{', 'JSON'],
])(
  'the filter %s is refused, saying why',
  async (filter, reason) => {
    const refused = await licences('add', 'Some', '--filter', filter);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(reason);
    expect((await licences()).stdout).toContain('There are no licences yet');
  },
  ENOUGH,
);
