import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type CommandResult, runCommand } from '../support/run-command.js';

let database: TestDatabase;

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

// Milliseconds for a dozen processes, each of which opens the database.
const ENOUGH = 300_000;

const run = (...words: string[]): Promise<CommandResult> =>
  runCommand(words, { DATABASE_URL: database.url, PUBLIC_URL: 'https://gateway.example' });
const feeds = (...words: string[]): Promise<CommandResult> => run('feeds', ...words);
const json = async (...words: string[]): Promise<any> => {
  const { stdout, stderr, code } = await feeds(...words, '--json');
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

test(
  'feeds are kept, changed, listed and removed, for everybody and for a partner',
  async () => {
    await run('partners', 'add', 'lao-daily', 'Lao Daily');
    const filter = '{"languages":["lo"]}';
    const saved = await json('save', 'lao-news', '--title', 'en=Lao news', 'lo=ຂ່າວ', '--filter', filter);
    expect(saved).toMatchObject({ partnerId: null, names: { en: 'Lao news', lo: 'ຂ່າວ' }, filter: JSON.parse(filter) });
    expect(await json('save', 'lao-news', '--title', 'en=News in Lao')).toEqual({
      ...saved,
      names: { en: 'News in Lao' },
    });

    const own = await json('save', 'lao-news', '--partner', 'lao-daily', '--title', 'en=Ours');
    expect(own.partnerId).not.toBeNull();
    const { stdout } = await feeds('list');
    expect(stdout).toMatch(/lao-news +everybody +News in Lao +all articles in Lao/);
    expect(stdout).toMatch(/lao-news +lao-daily +Ours +all articles/);

    expect((await feeds('remove', 'lao-news')).code).toBe(0);
    expect(await json('list')).toMatchObject({ slug: 'lao-news', partner: 'lao-daily' });
  },
  ENOUGH,
);

test(
  'a token of a key is made, shown once, listed without its secret and revoked',
  async () => {
    const { prefix } = JSON.parse((await run('keys', 'create', 'lao-daily', '--json')).stdout);
    const made = await json('tokens', 'create', prefix, '--feed', 'lao-news', '--label', 'Feed on the site');
    expect(made.links.rss).toBe(`https://gateway.example/feeds/lao-news.rss?token=${made.token}`);
    const { stdout } = await feeds('tokens', 'list');
    expect(stdout).toContain(made.prefix);
    expect(stdout).not.toContain(made.token.split('_')[2].slice(0, 40));
    expect(await json('tokens', 'revoke', made.prefix)).toMatchObject({ revokedAt: expect.any(String) });
  },
  ENOUGH,
);

test.each<[string[], number, string]>([
  [['save', 'x', '--title', 'x'], 2, 'en=Lao news'],
  [['save', 'x', '--filter', '{'], 2, 'not JSON'],
  [['save', 'x'], 1, 'name'],
  [['save', 'x', '--title', 'en=X', '--filter', '{"language":["lo"]}'], 1, 'language'],
  [['remove', 'nothing'], 1, 'no feed "nothing"'],
  [['tokens', 'create', 'nothing', '--filter', '{}'], 1, 'no key'],
  [['tokens', 'revoke', 'nothing'], 1, 'no feed token'],
])(
  'feeds %j ends with %i',
  async (words, code, said) => {
    const refused = await feeds(...words);
    expect(refused).toMatchObject({ code, stdout: '' });
    expect(refused.stderr).toContain(said);
  },
  60_000,
);
