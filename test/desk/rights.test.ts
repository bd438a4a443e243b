import { globalId } from '../../src/graphql/global-id.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { createKey } from '../../src/partners/create-key.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let editor: Record<string, string>;
let reader: Record<string, string>;
let id: string;

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  editor = (await partnerWithKey(desk, 'editors', ['desk', 'read'])).headers;
  const { id: partnerId } = await createPartner(desk.db, { slug: 'lao', name: 'Lao', country: 'LA' });
  reader = { 'x-api-key': (await createKey(desk.db, { partnerId, label: 'a', scopes: ['read'] }, desk.now)).text };
  await desk.take('desk', { identity: 'a', headline: 'Tin' });
  const [article] = await desk.db.query('select id from article');
  id = globalId('Article', article.id);
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function set(input: object, headers = editor): Promise<any> {
  const query = `mutation ($input: SetRightsInput!) { setRights(input: $input) {
    version changed article { usage { onlyIn notIn uses creditRequired mayTranslate mayEdit archiveDays terms } }
  } }`;
  const { data, errors } = await server.ask({ query, variables: { input: { article: id, ...input } } }, headers);
  return errors.length > 0 ? errors[0]!.extensions?.code : (data as any).setRights;
}

async function told(after: string | null): Promise<{ nodes: any[]; after: string }> {
  const query = `query ($after: String) { changes(after: $after) { nodes { kind changedFields } pageInfo { endCursor } } }`;
  const { data }: any = await server.ask({ query, variables: { after } }, reader);
  return { nodes: data.changes.nodes, after: data.changes.pageInfo.endCursor };
}

test('the desk says what an article allows, and what its source sends later leaves that alone', async () => {
  const free = {
    onlyIn: null,
    notIn: [],
    creditRequired: true,
    mayTranslate: true,
    mayEdit: true,
    archiveDays: null,
    terms: null,
  };
  const said = { uses: ['WEB'], creditRequired: false, mayTranslate: false, mayEdit: false, archiveDays: 30 };
  const usage = { ...free, ...said };
  expect(await set({ ...said, clientKey: 'one' })).toEqual({ version: 2, changed: true, article: { usage } });
  expect(await set({ ...said, clientKey: 'one' })).toMatchObject({ version: 2, changed: true });
  expect(await set(said)).toMatchObject({ version: 2, changed: false });
  await desk.take('desk', { identity: 'a', headline: 'Tin khác' });
  expect(await set(said)).toMatchObject({ version: 3, changed: false });
  expect(await set({})).toMatchObject({ version: 4, article: { usage: free } });
  expect(await desk.db.query('select rights from article')).toEqual([{ rights: {} }]);
});

test('who is in another country, or comes back, is told by its changes', async () => {
  let copy = await told(null);
  expect(copy.nodes).toMatchObject([{ kind: 'ENTERED' }]);
  for (const [input, nodes] of [
    [{ archiveDays: 3 }, [{ kind: 'UPDATED', changedFields: ['updatedAt', 'usage'] }]],
    [{ onlyIn: ['vn'] }, [{ kind: 'LEFT', changedFields: [] }]],
    [{ notIn: ['KH', 'LA'] }, []],
    [{ onlyIn: ['LA', 'VN'] }, [{ kind: 'ENTERED', changedFields: [] }]],
  ] as const) {
    await set(input);
    copy = await told(copy.after);
    expect(copy.nodes).toEqual(nodes);
  }
});

test('what cannot be meant is refused, and so is another version and another key', async () => {
  expect(await set({ onlyIn: [] })).toBe('BAD_USER_INPUT');
  expect(await set({ uses: [] })).toBe('BAD_USER_INPUT');
  expect(await set({ archiveDays: -1 })).toBe('BAD_USER_INPUT');
  expect(await set({ article: 'x' })).toBe('BAD_USER_INPUT');
  expect(await set({ article: globalId('Article', 9_999) })).toBe('NOT_FOUND');
  expect(await set({ expectedVersion: 7 })).toBe('CONFLICT');
  expect(await set({}, reader)).toBe('FORBIDDEN');
  expect(await set({}, {})).toBe('UNAUTHENTICATED');
});
