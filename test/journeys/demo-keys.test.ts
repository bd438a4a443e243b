import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type GatewayProcess, startProcess } from '../support/gateway-process.js';
import { runCommand } from '../support/run-command.js';

const databases: TestDatabase[] = [];
const gateways: GatewayProcess[] = [];

afterAll(async () => {
  for (const gateway of gateways) await gateway.end('SIGKILL');
  for (const database of databases) await database.drop();
});

const KEY = /nc_[0-9a-f]{16}_[0-9a-f]{46}/g;
const keysIn = (text: string): string[] => [...new Set(text.match(KEY) ?? [])];

async function newDatabase(): Promise<string> {
  const database = await createTestDatabase();
  databases.push(database);
  return database.url;
}

async function start(url: string, onTerminal: boolean): Promise<GatewayProcess> {
  const gateway = await startProcess('unused', { DATABASE_URL: url, POLL: 'false' }, { onTerminal });
  gateways.push(gateway);
  return gateway;
}

async function ask({ url }: GatewayProcess, query: string, key: string): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: await answer.json() };
}

test('the first start on a terminal shows the keys of the demo, with a request that works, and later ones do not', async () => {
  const url = await newDatabase();
  const first = await start(url, true);
  expect(keysIn(first.output())).toHaveLength(6);
  expect(first.output()).toMatch(/Lao Daily +nc_\S+ +everything, also before an embargo is over\n/);
  await showEachCase(first);

  const request = first.output().slice(first.output().lastIndexOf('curl -s'), first.output().indexOf('Ctrl-C'));
  const { stdout } = await promisify(execFile)('sh', ['-c', request]);
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  expect(data.articles.nodes).toHaveLength(3);
  for (const article of data.articles.nodes) {
    const mayPublishText = !article.headline.startsWith('The weaving prize'); // It is under embargo.
    expect(article).toMatchObject({ body: { html: expect.any(String) }, usage: { mayPublishText } });
  }

  const again = await start(url, true);
  expect(again.output()).toContain('GraphQL API');
  expect(keysIn(again.output())).toEqual([]);
});

/** What each partner of the demo is there to show. */
async function showEachCase(gateway: GatewayProcess): Promise<void> {
  const query = `{
    fresh: articles(filter: { text: "ferries of the Mekong" }) { nodes { body { text } } }
    embargoed: articles(filter: { text: "weaving prize" }) { nodes { body { text } } }
    kept: articles(filter: { text: "songs of the river" }) { nodes { body { text } } }
    corrected: articles(filter: { text: "reading rooms" }) { nodes { versions { totalCount } } }
  }`;
  const seen = new Map<string, object>();
  for (const [, name = '', key = ''] of gateway.output().matchAll(/^ {2}(\S.*?) +(nc_[0-9a-f_]+) /gm)) {
    const { data } = (await ask(gateway, query, key)).body;
    const share = ({ nodes: [article] }: any): string =>
      article === undefined ? 'nothing' : article.body === null ? 'headline' : 'text';
    const versions = data.corrected.nodes[0].versions?.totalCount ?? 'none';
    seen.set(name, {
      fresh: share(data.fresh),
      embargoed: share(data.embargoed),
      kept: share(data.kept),
      versions,
    });
  }
  expect(Object.fromEntries(seen)).toEqual({
    'Lao Daily': { fresh: 'text', embargoed: 'text', kept: 'text', versions: 'none' },
    'Mekong Weekly': { fresh: 'headline', embargoed: 'nothing', kept: 'text', versions: 'none' },
    'Chao Phraya Post': { fresh: 'text', embargoed: 'nothing', kept: 'nothing', versions: 'none' },
    'Press Archive': { fresh: 'text', embargoed: 'nothing', kept: 'text', versions: 2 },
    'Student Radio': { fresh: 'headline', embargoed: 'nothing', kept: 'headline', versions: 'none' },
    'The desk': { fresh: 'text', embargoed: 'text', kept: 'text', versions: 2 },
  });
}

test('where there is no terminal no key is made, and what is printed says how to make one, which works', async () => {
  const url = await newDatabase();
  const gateway = await start(url, false);
  expect(keysIn(gateway.output())).toEqual([]);
  expect(gateway.output()).toContain('nhip-cau keys create lao-daily');
  expect((await runCommand(['keys', 'list'], { DATABASE_URL: url })).stdout).toBe('There are no keys yet.\n');

  const { stdout } = await runCommand(['keys', 'create', 'lao-daily'], { DATABASE_URL: url });
  expect(keysIn(stdout)).toHaveLength(1);
  expect(await ask(gateway, '{ articles(first: 1) { totalCount } }', stdout.trim())).toMatchObject({ status: 200 });
});

test('a key that a command revokes is refused at once by a gateway that is running', async () => {
  const settings = { DATABASE_URL: databases.at(-1)!.url };
  const gateway = gateways.at(-1)!;
  const made = await runCommand(['keys', 'create', 'lao-daily', '--json'], settings);
  const { key, prefix } = JSON.parse(made.stdout);
  expect(await ask(gateway, '{ __typename }', key)).toMatchObject({
    status: 200,
    body: { data: { __typename: 'Query' } },
  });

  expect((await runCommand(['keys', 'revoke', prefix], settings)).code).toBe(0);
  expect(await ask(gateway, '{ __typename }', key)).toMatchObject({
    status: 401,
    body: { errors: [{ message: expect.stringContaining('revoked'), extensions: { code: 'UNAUTHENTICATED' } }] },
  });
  expect(gateway.output()).not.toContain(key.split('_')[2]);
});
