import { globalId } from '../../src/graphql/global-id.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { suspendPartner } from '../../src/partners/suspend-partner.js';
import { Licence } from '../../src/partners/licence.js';
import type { Scope } from '../../src/partners/scope.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const keys = new Map<string, string>();
const ids = new Map<string, string>();

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { name: 'Sport for all', filter: { topics: { any: ['sport'] } } });
  for (const [slug, scopes] of Object.entries({ paper: ['read'], editors: ['read', 'desk'] })) {
    const { id: partnerId } = await createPartner(desk.db, { slug, name: slug, country: 'LA' });
    const wanted = { partnerId, label: slug, scopes: scopes as Scope[] };
    keys.set(slug, (await createKey(desk.db, wanted, desk.now)).text);
    const terms = { filter: { topics: { any: ['asean'] }, languages: ['lo'] }, delaySeconds: 86_400 };
    if (slug === 'paper') await grantPublicly(desk.db, { partnerId, name: 'ASEAN in Lao', ...terms });
  }
  const embargoedUntil = new Date(desk.now.getTime() + 3_600_000);
  await desk.take(
    'desk',
    { identity: 'asean', language: 'vi', subjects: filedUnder('asean') },
    { identity: 'football', subjects: filedUnder('football') },
    { identity: 'secret', subjects: filedUnder('football'), embargoedUntil },
    { identity: 'gone', subjects: filedUnder('football') },
  );
  await desk.take('desk', { identity: 'gone', subjects: filedUnder('football'), status: 'canceled' });
  const rows = await desk.db.query('select identity, article_id from article_origin');
  for (const { identity, article_id: key } of rows) ids.set(identity, globalId('Article', key));
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const EXPLAIN = `query ($id: ID!, $partner: String) {
  explain(id: $id, partner: $partner) {
    visible verdict rules { rule passed why } licences { name isPublic grants rules { rule passed why } }
  }
}`;

async function explain(who: string | null, id: string, partner: string | null = null): Promise<any> {
  const headers: Record<string, string> = who === null ? {} : { 'x-api-key': keys.get(who)! };
  return server.ask({ query: EXPLAIN, variables: { id, partner } }, headers);
}

const failing = (rules: any[]): string[] => rules.filter(({ passed }) => !passed).map(({ rule }) => rule);

test('the desk is told rule by rule why a partner or a visitor may not have an article', async () => {
  const { explain: paper } = (await explain('editors', ids.get('asean')!, 'paper')).data;
  expect(paper).toMatchObject({ visible: false, verdict: 'None of the licences is for it.' });
  expect(failing(paper.rules)).toEqual([]);
  const [everybody, own] = paper.licences;
  expect(everybody).toMatchObject({ name: 'Sport for all', isPublic: true, grants: false });
  expect(failing(everybody.rules)).toEqual(['TOPICS']);
  expect(failing(own.rules)).toEqual(['LANGUAGES']);
  expect(own.rules.map(({ rule }: any) => rule)).toEqual(['DATES', 'EMBARGO', 'DELAY', 'TOPICS', 'LANGUAGES']);

  const { explain: visitor } = (await explain('editors', ids.get('secret')!)).data;
  expect(visitor.licences).toHaveLength(1);
  expect(failing(visitor.licences[0].rules)).toEqual(['EMBARGO']);
  const { explain: gone } = (await explain('editors', ids.get('gone')!)).data;
  expect(gone).toMatchObject({ visible: false, verdict: 'It is withdrawn, for everybody.' });
});

test('everybody may ask about their own access, and learns nothing of what they may not have', async () => {
  const shown = (await explain('paper', ids.get('football')!)).data.explain;
  expect(shown).toMatchObject({ visible: true, verdict: 'It may be had, by "Sport for all".' });
  expect((await explain('paper', ids.get('football')!, 'paper')).data.explain).toEqual(shown);
  const absent = await explain('paper', globalId('Article', 9_999));
  for (const identity of ['asean', 'secret', 'gone']) {
    expect((await explain('paper', ids.get(identity)!)).data).toEqual({ explain: null });
    expect((await explain(null, ids.get(identity)!)).data).toEqual(absent.data);
  }
  const { errors } = await explain('paper', ids.get('football')!, 'editors');
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a suspended partner may have nothing, and the desk is told why', async () => {
  await suspendPartner(desk.db, 'paper', desk.now);
  const { explain: paper } = (await explain('editors', ids.get('football')!, 'paper')).data;
  expect(paper.visible).toBe(false);
  expect(failing(paper.rules)).toEqual(['STANDING']);
  const { errors } = await explain('editors', ids.get('football')!, 'nobody');
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});
