import { loadThesaurus } from '../../../src/content/thesaurus.js';
import { ingestStream } from '../../../src/ingest/store/ingest-stream.js';
import { type Desk, incoming, openDesk } from '../../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

async function batches(bodies: string[]): Promise<string[][]> {
  const reference = await desk.reference();
  const thesaurus = await loadThesaurus(desk.db, reference);
  const source = reference.sources.all[0]!;
  const tools = { db: desk.db, reference, thesaurus, source, language: 'en', clock: () => desk.now, dryRun: false };
  const items = bodies.map((bodyHtml, place) => incoming({ identity: `urn:${bodyHtml.length}:${place}`, bodyHtml }));
  const sizes: string[][] = [];
  for await (const outcomes of ingestStream(tools, items)) sizes.push(outcomes.map(({ result }) => result));
  return sizes;
}

const stored = (count: number): string[] => Array.from({ length: count }, () => 'stored');

test('a stream is stored in batches of some hundred articles, and its end as what is left', async () => {
  expect(await batches(Array.from({ length: 501 }, () => '<p>Short.</p>'))).toEqual([stored(500), stored(1)]);
});

test('very long articles are stored a few at a time, as a batch of hundreds would not fit into a statement', async () => {
  const long = `<p>${'long '.repeat(410_000)}</p>`;
  expect(await batches(Array.from({ length: 3 }, () => long))).toEqual([stored(2), stored(1)]);
});
