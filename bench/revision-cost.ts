/**
 * What does the one revision cost? Articles written a second by 1, 4 and 16 writers, each article a transaction of its own through the one way
 * in, on an empty, migrated database at DATABASE_URL.
 * Run: node --import @oxc-node/core/register bench/revision-cost.ts
 */
import 'reflect-metadata';
import { loadReference } from '../src/content/reference.js';
import { loadThesaurus } from '../src/content/thesaurus.js';
import { createDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';
import { emptyArticle } from '../src/ingest/formats/empty-article.js';
import { ingestItems } from '../src/ingest/store/ingest-items.js';
import { storeSources } from '../src/ingest/store/store-vocabulary.js';
import { SourceInput } from '../src/ingest/store/vocabulary-input.js';

const SECONDS = 10;
const SOURCES = 16;

const dataSource = await createDataSource({
  url: process.env['DATABASE_URL'] ?? '',
  entities,
  connections: 20,
}).initialize();
const db = dataSource.manager;
const inputs = Array.from({ length: SOURCES }, (_, place) =>
  SourceInput.parse({ slug: `writer-${place}`, names: { en: `Writer ${place}` }, languages: ['en'] }),
);
await dataSource.transaction(transaction => storeSources(transaction, inputs, new Date()));
const reference = await loadReference(db);
const thesaurus = await loadThesaurus(db, reference);
const body = `<p>${'A sentence of some words that says what happened. '.repeat(60)}</p>`;

async function write(writer: number, until: number): Promise<number> {
  const source = reference.sources.bySlug.get(`writer-${writer}`)!;
  const ingest = { db, reference, thesaurus, source, language: 'en', clock: () => new Date(), dryRun: false };
  let written = 0;
  while (Date.now() < until) {
    const item = {
      ...emptyArticle(),
      identity: `${Date.now()}-${written}`,
      headline: `Story ${written}`,
      bodyHtml: body,
    };
    await ingestItems(ingest, [item]);
    written += 1;
  }
  return written;
}

for (const writers of [1, 4, 16]) {
  const until = Date.now() + SECONDS * 1_000;
  const counts = await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer, until)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  console.log(`${String(writers).padStart(2)} writers: ${(total / SECONDS).toFixed(0)} articles a second`);
}
await dataSource.destroy();
