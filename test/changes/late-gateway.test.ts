import { recordDueChanges } from '../../src/changes/record-due-changes.js';
import { createLicence } from '../../src/changes/store-licence.js';
import type { Reference } from '../../src/content/reference.js';
import { createContext } from '../../src/graphql/context.js';
import { storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { Licence } from '../../src/partners/licence.js';
import { visitorReader } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { type SampleServer, startSampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

/** What this gateway has heard of, and what its clock shows, while others are ahead of it. */
let heard: Reference;
let now: Date;

beforeEach(async () => {
  desk = await openDesk();
  const schema = await buildGatewaySchema();
  server = await startSampleServer({
    schema,
    createContext: async request =>
      createContext({ ...request, reader: visitorReader(heard.licences), now, db: desk.db, reference: heard }),
  });
  now = desk.now;
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function changes(after: string | null): Promise<any> {
  const query = `query ($after: String) {
    changes(after: $after) { nodes { kind article { headline } } pageInfo { endCursor hasNextPage } }
  }`;
  const { data, errors } = await server.ask({ query, variables: { after } });
  expect(errors).toEqual([]);
  return data!['changes'];
}

/** What is told behind a cursor, pages and all. */
async function toldAfter(cursor: string | null): Promise<{ told: unknown[]; cursor: string }> {
  const told = [];
  for (let after = cursor; ;) {
    const { nodes, pageInfo } = await changes(after);
    told.push(...nodes);
    after = pageInfo.endCursor as string;
    if (!pageInfo.hasNextPage) return { told, cursor: after };
  }
}

const ENTERED = { kind: 'ENTERED', article: { headline: 'Tin' } };

test('a gateway that has not heard of a licence yet gives what it lets in, article and all', async () => {
  await desk.db.clear(Licence);
  heard = await desk.reference();
  await desk.take('desk', { identity: 'a', headline: 'Tin' });
  const { told, cursor } = await toldAfter(null);
  expect(told).toEqual([]);

  const terms = { text: true, media: true, embargoAccess: false, delaySeconds: 0, history: false };
  const always = { validFrom: null, validUntil: null };
  await desk.dataSource.transaction(db =>
    createLicence(db, { name: 'All', partnerId: null, filter: {}, ...terms, ...always }, desk.now),
  );
  expect((await toldAfter(cursor)).told).toEqual([ENTERED]);
});

test('a gateway that has not heard of a topic yet, or of where it has gone, gives what is filed under it', async () => {
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { filter: { topics: { any: ['politics'] } } });
  heard = await desk.reference();
  await desk.take('desk', { identity: 'b', headline: 'Khác', subjects: filedUnder('football') });
  const { cursor } = await toldAfter(null);

  const store = (topic: object) =>
    desk.dataSource.transaction(db => storeTopics(db, [TopicInput.parse(topic)], desk.now));
  await store({ slug: 'rivers', parent: 'politics', names: { en: 'Rivers' } });
  await desk.take('desk', { identity: 'a', headline: 'Tin', subjects: filedUnder('rivers') });
  await store({ slug: 'football', parent: 'politics', names: { en: 'Football' } });
  expect((await toldAfter(cursor)).told).toEqual([ENTERED, { kind: 'ENTERED', article: { headline: 'Khác' } }]);
});

test('a gateway that has not heard of a language yet gives the first article in it', async () => {
  await desk.db.clear(Licence);
  await grantPublicly(desk.db, { filter: { languages: ['km'] } });
  heard = await desk.reference();
  const { cursor } = await toldAfter(null);
  await desk.take('desk', { identity: 'a', headline: 'Tin', language: 'km' });
  expect((await toldAfter(cursor)).told).toEqual([ENTERED]);
});

test('a gateway whose clock is behind gives an article whose embargo another has lifted', async () => {
  await desk.db.clear(Licence);
  await grantPublicly(desk.db);
  heard = await desk.reference();
  const end = new Date(desk.now.getTime() + 1_000);
  await desk.take('desk', { identity: 'a', headline: 'Tin', embargoedUntil: end });
  const { told, cursor } = await toldAfter(null);
  expect(told).toEqual([]);

  expect(await recordDueChanges(desk.dataSource, end)).toBe(1);
  expect((await toldAfter(cursor)).told).toEqual([ENTERED]);
});
