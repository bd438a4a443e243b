import type { Command } from 'commander';
import { isObjectType } from 'graphql';
import { buildProgram } from '../../src/cli/run.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import { type CommandResult, runCommand } from '../support/run-command.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let admin: Record<string, string>;
let article: string;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  admin = (await partnerWithKey(desk, 'managers', ['desk', 'admin'])).headers;
  await desk.take('wire', { identity: 'one', language: 'en', headline: 'One' });
  article = (await desk.ask('{ articles { nodes { id } } }')).articles.nodes[0].id;
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

// Milliseconds for a dozen processes, each of which opens the database, on a busy machine.
const ENOUGH = 300_000;

const run = (words: string[], input: unknown = ''): Promise<CommandResult> =>
  runCommand(words, { DATABASE_URL: desk.url }, typeof input === 'string' ? input : JSON.stringify(input));

async function ask(query: string): Promise<any> {
  const { data, errors }: any = await server.ask({ query }, admin);
  expect(errors ?? []).toEqual([]);
  return data;
}

async function actions(): Promise<string[]> {
  const { auditEntries } = await ask('{ auditEntries(first: 100) { nodes { actor action input } } }');
  return auditEntries.nodes.map(({ actor, action }: any) => `${actor}: ${action}`).toReversed();
}

test(
  'whatever the command line does to partners, keys and licences is written down, and no secret with it',
  async () => {
    await run(['partners', 'add', 'lao-daily', 'Lao Daily']);
    await run(['partners', 'change', 'lao-daily', '--country', 'la', '--cost-per-minute', '500']);
    const made = await run(['keys', 'create', 'lao-daily', '--json']);
    const { key, prefix } = JSON.parse(made.stdout);
    await run(['licences', 'add', 'Lao', '--partner', 'lao-daily', '--text']);
    await run(['keys', 'revoke', prefix]);
    await run(['partners', 'suspend', 'lao-daily']);
    const resumed = await run(['partners', 'resume', 'lao-daily', '--json']);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ country: 'LA', costPerMinute: 500, suspendedAt: null });

    expect(await actions()).toEqual(
      [
        'createPartner',
        'updatePartner',
        'createKey',
        'grantLicence',
        'revokeKey',
        'suspendPartner',
        'resumePartner',
      ].map(action => `command line: ${action}`),
    );
    const secret = key.split('_')[2];
    const [{ entries }] = await desk.db.query('select json_agg(audit_entry)::text as entries from audit_entry');
    expect(entries).toContain(prefix);
    expect(entries).not.toContain(secret);
    expect(entries).not.toContain(secret.slice(0, 40));
  },
  ENOUGH,
);

test(
  'a client key lets a command be said again without being done again, and never for something else',
  async () => {
    const add = (name: string) => run(['partners', 'add', 'twice', name, '--client-key', 'adding-twice', '--json']);
    const [first, again] = [await add('Twice'), await add('Twice')];
    expect(again).toEqual(first);
    expect(await add('Other')).toMatchObject({ code: 1, stderr: expect.stringContaining('clientKey') });

    const topics = [{ slug: 'rivers', names: { en: 'Rivers' } }];
    for (const _ of [1, 2]) {
      const stored = await run(['topics', 'import', '-', '--client-key', 'rivers', '--json'], topics);
      expect(JSON.parse(stored.stdout)).toMatchObject({ slug: 'rivers', result: 'stored' });
    }
    expect((await actions()).filter(action => action.endsWith('importTopics'))).toHaveLength(1);
  },
  ENOUGH,
);

test(
  'a command for a version that is no longer the present one does nothing',
  async () => {
    const late = await run(['articles', 'embargo', article, 'forever', '--expected-version', '9']);
    expect(late).toMatchObject({ code: 1, stderr: expect.stringContaining('version 1') });
    const done = await run(['articles', 'file', '-', '--expected-version', '1', '--json'], {
      article,
      topics: { add: ['sport'] },
    });
    expect(JSON.parse(done.stdout)).toEqual({ article, version: 2, changed: true });
  },
  ENOUGH,
);

test(
  'what an article allows is said on the command line, and told to partners',
  async () => {
    const said = ['--not-in', 'LA', '--no-edit', '--archive-days', '30', '--terms', 'Not for archives.'];
    const rights = ['articles', 'rights', article, ...said, '--json'];
    const [set, again] = [await run(rights), await run(rights)];
    expect(JSON.parse(set.stdout)).toMatchObject({ article, changed: true });
    expect(JSON.parse(again.stdout)).toMatchObject({ article, changed: false });
    const { node } = await ask(`{ node(id: "${article}") { ... on Article { usage { mayEdit terms } } } }`);
    expect(node.usage).toEqual({ mayEdit: false, terms: 'Not for archives.' });
    const wrong = await run(['articles', 'rights', article, '--archive-days', 'x']);
    expect(wrong.code).toBe(2);
  },
  ENOUGH,
);

/** Each mutation, and the command that does the same. */
const COMMANDS: Record<string, string> = {
  publishArticle: 'articles publish',
  updateArticle: 'articles update',
  fileArticle: 'articles file',
  setEmbargo: 'articles embargo',
  setExpiry: 'articles expire',
  setRights: 'articles rights',
  correctArticle: 'articles correct',
  withdrawArticle: 'articles withdraw',
  restoreArticle: 'articles restore',
  saveTopic: 'topics import',
  saveEvent: 'events import',
  saveSource: 'sources import',
  createPartner: 'partners add',
  updatePartner: 'partners change',
  suspendPartner: 'partners suspend',
  resumePartner: 'partners resume',
  createKey: 'keys create',
  rotateKey: 'keys rotate',
  revokeKey: 'keys revoke',
  grantLicence: 'licences add',
  changeLicence: 'licences change',
  endLicence: 'licences remove',
  saveFeed: 'feeds save',
  removeFeed: 'feeds remove',
  createFeedToken: 'feeds tokens create',
  revokeFeedToken: 'feeds tokens revoke',
};

/** What a partner alone can say, with its own key. */
const PARTNERS_OWN = ['acknowledgeWithdrawal'];

test('there is a command for each mutation of the desk and of administrators, done once for a client key', async () => {
  const mutation = (await buildGatewaySchema()).getMutationType();
  const fields = isObjectType(mutation) ? Object.keys(mutation.getFields()) : [];
  expect(fields.toSorted()).toEqual([...Object.keys(COMMANDS), ...PARTNERS_OWN].toSorted());

  for (const [field, words] of Object.entries(COMMANDS)) {
    const command = words
      .split(' ')
      .reduce<Command | undefined>((found, word) => found?.commands.find(each => each.name() === word), buildProgram());
    expect([field, command?.options.map(({ long }) => long)]).toEqual([
      field,
      expect.arrayContaining(['--client-key', '--json']),
    ]);
  }
});
