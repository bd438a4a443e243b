import { createLicence, type LicenceTerms, removeLicence } from '../../src/changes/store-licence.js';
import { setRights } from '../../src/ingest/store/set-rights.js';
import { type AnswersServer, serveWithAnswers } from '../support/answers-desk.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;
let server: AnswersServer;

beforeEach(async () => {
  desk = await openDesk();
  desk.now = new Date(Date.now() + 60_000);
  await desk.db.query('delete from licence');
  server = await serveWithAnswers(desk);
  await desk.take('desk', { identity: 'asean', headline: 'ASEAN', subjects: filedUnder('asean') });
  await desk.take('desk', { identity: 'sport', headline: 'Sport', subjects: filedUnder('sport') });
});

afterEach(async () => {
  await server.close();
  await desk.close();
});

const QUERY = '{ articles { nodes { headline body { text } usage { mayPublishText } } totalCount } }';

async function grant(partnerId: number | null, terms: Partial<LicenceTerms> = {}): Promise<number> {
  const usual = { name: 'Some', filter: {}, text: false, media: false, embargoAccess: false, delaySeconds: 0 };
  const times = { history: false, validFrom: null, validUntil: null };
  const all = { ...usual, ...times, partnerId, ...terms };
  return (await desk.dataSource.transaction(db => createLicence(db, all, desk.now))).id;
}

/** What somebody reads of each article, and how many statements that took. */
async function read(headers: Record<string, string> = {}): Promise<{ read: string[]; statements: number }> {
  desk.statements.length = 0;
  const { data, errors }: any = await server.ask({ query: QUERY }, headers);
  expect(errors).toEqual([]);
  const nodes: any[] = data.articles.nodes;
  expect(data.articles.totalCount).toBe(nodes.length);
  const found = nodes.map(({ headline, body }) => `${headline}${body ? ' with text' : ''}`).toSorted();
  return { read: found, statements: desk.statements.length };
}

test("one partner's answer is never another's, nor a visitor's, in whatever order they ask", async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  const other = await partnerWithKey(desk, 'other', ['read']);
  const nothing = await partnerWithKey(desk, 'nothing', ['webhooks']);
  const editor = await partnerWithKey(desk, 'editor', ['read', 'desk']);
  await grant(one.partnerId, { filter: { topics: { any: ['politics'] } }, text: true });
  await grant(other.partnerId, { filter: { topics: { any: ['sport'] } } });

  const expected: [Record<string, string>, string[]][] = [
    [one.headers, ['ASEAN with text']],
    [other.headers, ['Sport']],
    [nothing.headers, []],
    [editor.headers, ['ASEAN with text', 'Sport with text']],
    [{}, []],
  ];
  for (const round of [1, 2, 3]) {
    for (const [headers, articles] of round === 2 ? expected.toReversed() : expected) {
      expect((await read(headers)).read).toEqual(articles);
    }
  }
  const together = await Promise.all(expected.flatMap(([headers]) => [read(headers), read(headers)]));
  expect(together.map(({ read: found }) => found)).toEqual(expected.flatMap(([, articles]) => [articles, articles]));
});

test('two who hold the same licences share their answers', async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  const other = await partnerWithKey(desk, 'other', ['read']);
  await grant(null);
  await read(one.headers);
  await read(other.headers);
  const { read: found, statements } = await read(other.headers);
  expect(found).toEqual(['ASEAN', 'Sport']);
  // The fence, with the key.
  expect(statements).toBe(1);
});

test('a licence that is granted, ended or over by itself changes the next answer', async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  const ask = async (): Promise<string[]> => {
    await read(one.headers);
    return (await read(one.headers)).read;
  };
  expect(await ask()).toEqual([]);
  const id = await grant(one.partnerId, { text: true });
  expect(await ask()).toEqual(['ASEAN with text', 'Sport with text']);
  await desk.dataSource.transaction(db => removeLicence(db, id, desk.now));
  expect(await ask()).toEqual([]);

  await grant(one.partnerId, { validUntil: new Date(desk.now.getTime() + 10_000) });
  expect(await ask()).toEqual(['ASEAN', 'Sport']);
  desk.now = new Date(desk.now.getTime() + 10_000);
  expect(await ask()).toEqual([]);

  await grant(one.partnerId, { delaySeconds: 3_600 });
  await desk.take('desk', { identity: 'new', headline: 'New', publishedAt: desk.now });
  expect(await ask()).toEqual(['ASEAN', 'Sport']);
  desk.now = new Date(desk.now.getTime() + 3_600_000);
  expect(await ask()).toEqual(['ASEAN', 'New', 'Sport']);
});

test("what a partner may see changes with its country, and with the article's own", async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  await grant(null);
  const [row] = await desk.db.query<{ id: number }[]>(`select id from article where headline = 'Sport'`);
  const rights = { territories: { only: ['LA'] } };
  expect((await read(one.headers)).read).toEqual(['ASEAN', 'Sport']);
  await desk.dataSource.transaction(db =>
    setRights(db, { articleId: row!.id, expectedVersion: null, rights }, desk.now),
  );
  expect((await read(one.headers)).read).toEqual(['ASEAN']);
  await desk.db.query(`update partner set country = 'LA' where id = $1`, [one.partnerId]);
  expect((await read(one.headers)).read).toEqual(['ASEAN', 'Sport']);
  expect((await read()).read).toEqual(['ASEAN']);
});

test('a licence from before such were refused, for the last month, is for other articles with every moment: what it lets see is not kept', async () => {
  const id = await grant(null);
  await desk.db.query(`update licence set filter = '{"published": {"last": "P30D"}}' where id = $1`, [id]);
  await grant(null, { filter: { languages: ['km'] } }); // Whereupon licences are read anew.
  await desk.take('desk', { identity: 'new', headline: 'New', publishedAt: desk.now });
  expect((await read()).read).toEqual(['New']);
  desk.now = new Date(desk.now.getTime() + 31 * 86_400_000);
  expect((await read()).read).toEqual([]);
  expect(server.answers.bytes()).toBe(0);
});

test('a key that is revoked is refused at once, though its answers are kept', async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  await grant(null);
  await read(one.headers);
  await read(one.headers);
  await desk.db.query('update api_key set revoked_at = $1', [desk.now]);
  const { errors } = await server.ask({ query: QUERY }, one.headers);
  expect(errors[0]!.extensions['code']).toBe('UNAUTHENTICATED');
});

test('whoever has spent their quota is refused, though the answer is kept', async () => {
  const one = await partnerWithKey(desk, 'one', ['read']);
  await grant(null);
  await desk.db.query('update partner set cost_per_minute = 400');
  const codes: unknown[] = [];
  for (let asked = 0; asked < 40; asked += 1) {
    const { errors } = await server.ask({ query: QUERY }, one.headers);
    codes.push(errors[0]?.extensions['code'] ?? 'answered');
  }
  expect(codes.at(0)).toBe('answered');
  expect(codes.at(1)).toBe('answered');
  expect(codes.at(-1)).toBe('QUOTA_EXCEEDED');
  expect((await read()).read).toEqual(['ASEAN', 'Sport']);
});
