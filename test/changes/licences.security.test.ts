import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
/** Keys: of a partner with a licence for football, of one with none of its own, and of one who sees embargoed articles. */
const keys = new Map<string, string>();
const KEEPS_FOOTBALL = { topics: { any: ['football'] } };

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { name: 'ASEAN for everybody', filter: { topics: { any: ['asean'] } }, text: false });
  for (const slug of ['football', 'nothing', 'early']) {
    const { id: partnerId } = await createPartner(desk.db, { slug, name: slug });
    keys.set(slug, (await createKey(desk.db, { partnerId, label: slug, scopes: ['read'] }, desk.now)).text);
    if (slug === 'football') await grantPublicly(desk.db, { partnerId, name: slug, filter: KEEPS_FOOTBALL });
    if (slug === 'early') await grantPublicly(desk.db, { partnerId, name: slug, filter: {}, embargoAccess: true });
  }
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const QUERY = `query ($after: String) {
  changes(after: $after, first: 500) { nodes { kind articleId article { headline body { html } } } pageInfo { endCursor } }
  syncDigest { count days { day count hash } }
}`;

interface Heard {
  told: { kind: string; headline: string | null; body: string | null }[];
  ids: string[];
  count: number;
  hashes: string;
  cursor: string;
}

async function hear(who: string | null, after: string | null = null): Promise<Heard> {
  const headers: Record<string, string> = who === null ? {} : { 'x-api-key': keys.get(who)! };
  const { data, errors }: any = await server.ask({ query: QUERY, variables: { after } }, headers);
  expect(errors).toEqual([]);
  const { changes, syncDigest } = data;
  return {
    told: changes.nodes.map(({ kind, article }: any) => ({
      kind,
      headline: article?.headline ?? null,
      body: article?.body?.html ?? null,
    })),
    ids: changes.nodes.map(({ articleId }: any) => articleId),
    count: syncDigest.count,
    hashes: JSON.stringify(syncDigest.days),
    cursor: changes.pageInfo.endCursor,
  };
}

const entered = (headline: string, body: string | null = '<p>Văn bản.</p>') => ({ kind: 'ENTERED', headline, body });
const READERS = [null, 'nothing', 'football', 'early'] as const;

test('a copy and what changes in it tell of nothing that no licence of the reader is for', async () => {
  const asean = { identity: 'asean', headline: 'ASEAN', subjects: filedUnder('asean') };
  const football = { identity: 'football', headline: 'Football', subjects: filedUnder('football') };
  const embargoedUntil = new Date(desk.now.getTime() + 3_600_000);
  const secret = { identity: 'secret', headline: 'Secret', subjects: filedUnder('asean'), embargoedUntil };
  await desk.take('desk', asean, football, secret);

  const copies = await Promise.all(READERS.map(who => hear(who)));
  const [visitor, nothing, sport, early] = copies as [Heard, Heard, Heard, Heard];
  // Visitors, and a partner without a licence of its own, have the public one: headlines of one topic.
  for (const { told, count } of [visitor, nothing]) {
    expect(told).toEqual([entered('ASEAN', null)]);
    expect(count).toBe(1);
  }
  expect(nothing.hashes).toBe(visitor.hashes);
  expect(sport.told).toEqual(expect.arrayContaining([entered('ASEAN', null), entered('Football')]));
  expect([sport.told.length, sport.count]).toEqual([2, 2]);
  expect(early.told).toEqual(
    expect.arrayContaining(['ASEAN', 'Football', 'Secret'].map(headline => entered(headline))),
  );
  expect([early.told.length, early.count]).toEqual([3, 3]);

  // What changes is told to those alone who had it, or may have it now; the digest of others stays the same to the letter.
  await desk.take('desk', { ...football, headline: 'Football again' }, { ...secret, headline: 'Secret again' });
  const later = await Promise.all(READERS.map((who, place) => hear(who, copies[place]!.cursor)));
  expect(later.map(({ told }) => told.map(({ kind, headline }) => `${kind} ${headline}`).toSorted())).toEqual([
    [],
    [],
    ['UPDATED Football again'],
    ['UPDATED Football again', 'UPDATED Secret again'],
  ]);
  expect(later.map(({ hashes }, place) => hashes === copies[place]!.hashes)).toEqual([true, true, false, false]);

  await desk.take('desk', { ...football, headline: 'Football again', status: 'canceled' });
  const last = await Promise.all(READERS.map((who, place) => hear(who, later[place]!.cursor)));
  expect(last.map(({ told }) => told.map(({ kind }) => kind))).toEqual([[], [], ['WITHDRAWN'], ['WITHDRAWN']]);
  expect(last.map(({ count }) => count)).toEqual([1, 1, 1, 2]);
});

test('a cursor of one partner is not taken from another', async () => {
  const { cursor } = await hear('early');
  const answer = await server.ask(
    { query: QUERY, variables: { after: cursor } },
    { 'x-api-key': keys.get('nothing')! },
  );
  expect(answer.errors).toMatchObject([
    { extensions: { code: expect.stringMatching(/BAD_USER_INPUT|CURSOR_EXPIRED/) } },
  ]);
});

test('without any licence there is nothing, however much there is', async () => {
  await desk.db.clear(Licence);
  for (const who of READERS) expect(await hear(who)).toMatchObject({ told: [], ids: [], count: 0, hashes: '[]' });
});
