import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import { runCommand } from '../support/run-command.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let editor: Record<string, string>;
let admin: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  editor = (await partnerWithKey(desk, 'editors', ['desk'])).headers;
  admin = (await partnerWithKey(desk, 'managers', ['admin'])).headers;
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

async function entries(headers: Record<string, string>, args = ''): Promise<any> {
  const fields = '{ nodes { happenedAt actor keyPrefix action subjects input } pageInfo { hasNextPage endCursor } }';
  const { data, errors, status }: any = await server.ask({ query: `{ auditEntries${args} ${fields} }` }, headers);
  return data?.auditEntries ?? { status, code: errors[0].extensions.code };
}

const command = (words: string[], input: unknown = '') =>
  runCommand(['articles', ...words], { DATABASE_URL: desk.url }, JSON.stringify(input));

test('the command line does what the mutations do, and both are written down', async () => {
  const published = await command(['publish', '-', '--json'], {
    source: 'wire',
    language: 'en',
    headline: 'From a shell',
    topics: ['asean'],
  });
  expect(published).toMatchObject({ code: 0, stderr: '' });
  const { article, version } = JSON.parse(published.stdout);
  expect(version).toBe(1);

  const embargo = await command(['embargo', article, 'forever']);
  expect(embargo).toMatchObject({ code: 0, stdout: expect.stringContaining('version 2') });
  const filed = await command(['file', '-'], { article, topics: { add: ['sport'] } });
  expect(filed).toMatchObject({ code: 0, stdout: expect.stringContaining('version 3') });

  const query = `mutation { setExpiry(input: { article: "${article}", at: "2040-01-01T00:00:00Z" }) { version } }`;
  const { data } = await server.ask({ query }, editor);
  expect(data).toEqual({ setExpiry: { version: 4 } });

  const { nodes } = await entries(editor, `(subject: "${article}")`);
  expect(nodes.map(({ action, actor }: any) => `${actor}: ${action}`)).toEqual([
    'editors: setExpiry',
    'command line: fileArticle',
    'command line: setEmbargo',
    'command line: publishArticle',
  ]);
  expect(JSON.parse(nodes[3].input)).toMatchObject({ headline: 'From a shell', topics: ['asean'] });

  const page = await entries(admin, '(first: 1, actor: "command line")');
  expect(page).toMatchObject({ nodes: [{ action: 'fileArticle', keyPrefix: null }], pageInfo: { hasNextPage: true } });
  const next = await entries(admin, `(first: 2, actor: "command line", after: "${page.pageInfo.endCursor}")`);
  expect(next.nodes.map(({ action }: any) => action)).toEqual(['setEmbargo', 'publishArticle']);
  expect(next.pageInfo.hasNextPage).toBe(false);
});

test('a command that cannot be done says why, and ends with 1', async () => {
  const misspelt = await command(['publish', '-'], { source: 'wire', language: 'en', headlin: 'x' });
  expect(misspelt).toMatchObject({ code: 1, stderr: expect.stringMatching(/headline?/) });
  const unknown = await command(['expire', 'art_nothing', 'none']);
  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('input.article') });
  expect((await command(['embargo'])).code).toBe(2);
});

test('what was done is shown to the desk and to administrators alone', async () => {
  const reader = (await partnerWithKey(desk, 'readers', ['read', 'webhooks'])).headers;
  expect(await entries(reader)).toEqual({ status: 403, code: 'FORBIDDEN' });
  expect(await entries({})).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
});
