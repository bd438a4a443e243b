import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadThesaurus } from '../../src/content/thesaurus.js';
import { loadReference } from '../../src/content/reference.js';
import { createDataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { ingestItems } from '../../src/ingest/store/ingest-items.js';
import { incoming } from '../support/desk.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;

beforeAll(async () => {
  // Less time for a request than the waits below take.
  gateway = await runGateway({ REQUEST_TIMEOUT_MS: '1500' });
});

afterAll(() => gateway.close());

const WAIT = `query ($after: String, $wait: Duration) {
  changes(after: $after, filter: { languages: ["eo"] }, first: 500, wait: $wait) {
    nodes { kind article { headline } } pageInfo { hasNextPage endCursor }
  }
}`;

async function endOfCopy(): Promise<string> {
  for (let after: string | null = null; ;) {
    const { changes } = await gateway.ask(WAIT, { after });
    after = changes.pageInfo.endCursor as string;
    if (!changes.pageInfo.hasNextPage) return after;
  }
}

async function store(identity: string, language: string): Promise<void> {
  const dataSource = await createDataSource({ url: gateway.databaseUrl, entities }).initialize();
  const db = dataSource.manager;
  const reference = await loadReference(db);
  const [source, thesaurus] = [reference.sources.all[0]!, await loadThesaurus(db, reference)];
  const ingest = { db, reference, thesaurus, source, language: null, clock: () => new Date(), dryRun: false };
  await ingestItems(ingest, [incoming({ identity, language, headline: 'Novaĵo' })]);
  await dataSource.destroy();
}

test('who waits is told of a change when it comes, also later than other requests may take, and not of those of others', async () => {
  const after = await endOfCopy();
  const waiting = gateway.ask(WAIT, { after, wait: 'PT25S' });
  await store('other', 'vi');
  await sleep(2_500);
  await store('one', 'eo');

  const { changes } = await waiting;
  expect(changes.nodes).toEqual([{ kind: 'ENTERED', article: { headline: 'Novaĵo' } }]);
});

test('who has waited long enough gets an empty page, and goes on from its end', async () => {
  const after = await endOfCopy();
  await store('another', 'vi');
  const { changes } = await gateway.ask(WAIT, { after, wait: 'PT0.2S' });
  expect(changes.nodes).toEqual([]);
  expect(changes.pageInfo.endCursor).not.toBe(after);
});

test('a gateway that stops lets go of who waits', async () => {
  const stopping = await runGateway({ DEMO: 'false' });
  const query = '{ changes(wait: "PT25S") { nodes { kind } } }';
  const arrived = new Promise<unknown>(resolve => subscribe('http.server.request.start', resolve));
  const waiting = stopping.ask(query);
  await arrived;
  const began = process.hrtime.bigint();
  await stopping.close();
  expect((await waiting).changes.nodes).toEqual([]);
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(9);
});
