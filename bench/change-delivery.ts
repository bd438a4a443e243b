/**
 * How late is a change, and how fast do changes go out? Over HTTP with real keys, from a gateway process on an empty, migrated database at
 * DATABASE_URL: the time from the end of an embargo to the answer that tells of it, of 30 embargoes; and the changes a second that 1 and
 * 4 partners read at once in pages of 500, as a full copy and as what has changed since, with their articles and without.
 * Run: node --import @oxc-node/core/register bench/change-delivery.ts
 */
import 'reflect-metadata';
import { createLicence } from '../src/changes/store-licence.js';
import { loadReference } from '../src/content/reference.js';
import { loadThesaurus } from '../src/content/thesaurus.js';
import { createDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';
import { emptyArticle } from '../src/ingest/formats/empty-article.js';
import type { IncomingArticle } from '../src/ingest/incoming.js';
import { ingestItems } from '../src/ingest/store/ingest-items.js';
import { storeSources } from '../src/ingest/store/store-vocabulary.js';
import { SourceInput } from '../src/ingest/store/vocabulary-input.js';
import { createKey } from '../src/partners/create-key.js';
import { createPartner } from '../src/partners/create-partner.js';
import { startProcess } from '../test/support/gateway-process.js';

const EMBARGOES = 30;
const ARTICLES = 5_000;
const BATCH = 500;
const PAGE = 500;
const PARTNERS = 4;
const BODY = `<p>${'A sentence of some words that says what happened. '.repeat(60)}</p>`;

const url = process.env['DATABASE_URL'] ?? '';
const dataSource = await createDataSource({ url, entities, connections: 5 }).initialize();
const db = dataSource.manager;
const wire = SourceInput.parse({ slug: 'wire', names: { en: 'The Wire' }, languages: ['en'] });
await dataSource.transaction(transaction => storeSources(transaction, [wire], new Date()));
const reference = await loadReference(db);
const thesaurus = await loadThesaurus(db, reference);
const source = reference.sources.bySlug.get('wire')!;

async function take(items: Partial<IncomingArticle>[]): Promise<void> {
  const ingest = { db, reference, thesaurus, source, language: 'en', clock: () => new Date(), dryRun: false };
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH).map(item => ({ ...emptyArticle(), bodyHtml: BODY, ...item }));
    await ingestItems(ingest, batch);
  }
}

/** A partner who may have everything, and as much of it as it likes; gives its key. */
async function sign(slug: string): Promise<string> {
  const plenty = { costPerMinute: 1_000_000_000, costPerDay: 1_000_000_000 };
  const { id: partnerId } = await createPartner(db, { slug, name: slug, country: null, ...plenty });
  const terms = { text: true, media: true, embargoAccess: false, delaySeconds: 0, history: false };
  const licence = { name: slug, partnerId, filter: {}, ...terms, validFrom: null, validUntil: null };
  await dataSource.transaction(transaction => createLicence(transaction, licence, new Date()));
  return (await createKey(db, { partnerId, label: 'bench', scopes: ['read'] }, new Date())).text;
}

const keys: string[] = [];
for (let place = 0; place < PARTNERS; place += 1) keys.push(await sign(`partner-${place}`));
const gateway = await startProcess('unused', { DATABASE_URL: url, DEMO: 'false', POLL: 'false' });

interface Page {
  nodes: { article?: { headline: string } | null }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}

const WITHOUT = 'kind revision articleId version';
const WITH = `${WITHOUT} article { id version language headline lede url publishedAt updatedAt credit body { html } }`;

async function page(key: string, fields: string, after: string | null, wait: string | null = null): Promise<Page> {
  const query = `query ($after: String, $wait: Duration) {
    changes(after: $after, first: ${PAGE}, wait: $wait) { nodes { ${fields} } pageInfo { endCursor hasNextPage } }
  }`;
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ query, variables: { after, wait } }),
  });
  const { data, errors } = (await response.json()) as { data?: { changes: Page }; errors?: unknown };
  if (data && !errors) return data.changes;
  throw new Error(JSON.stringify(errors));
}

/** Reads to the end of the log; gives the end, and how many changes there were. */
async function readOn(key: string, fields: string, from: string | null): Promise<{ cursor: string; count: number }> {
  let count = 0;
  for (let after = from; ;) {
    const { nodes, pageInfo } = await page(key, fields, after);
    count += nodes.length;
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return { cursor: after, count };
  }
}

/** Milliseconds from the end of each embargo to the answer that tells of it. */
async function lateness(key: string): Promise<number[]> {
  const late: number[] = [];
  let { cursor } = await readOn(key, WITHOUT, null);
  for (let place = 0; place < EMBARGOES; place += 1) {
    // Not in step with anything that looks out for it.
    const end = new Date(Date.now() + 1_000 + Math.random() * 1_000);
    await take([{ identity: `embargo ${place}`, headline: `Story ${place}`, embargoedUntil: end }]);
    for (let told = false; !told;) {
      const { nodes, pageInfo } = await page(key, WITH, cursor, 'PT20S');
      told = nodes.some(({ article }) => article?.headline === `Story ${place}`);
      cursor = pageInfo.endCursor;
    }
    late.push(Date.now() - end.getTime());
  }
  return late.toSorted((one, other) => one - other);
}

/** Says how many changes a second this many partners read at once from where they are. */
async function measure(
  what: string,
  readers: string[],
  fields: string,
  from: (key: string) => string | null,
): Promise<void> {
  const began = performance.now();
  const read = await Promise.all(readers.map(key => readOn(key, fields, from(key))));
  const seconds = (performance.now() - began) / 1_000;
  const count = read.reduce((sum, each) => sum + each.count, 0);
  console.log(`${what}, ${readers.length} at once: ${count} changes, ${(count / seconds).toFixed(0)} a second`);
}

try {
  const late = await lateness(keys[0]!);
  const [median, worst] = [late[Math.floor(late.length / 2)]!, late.at(-1)!];
  console.log(`${EMBARGOES} embargoes: told ${median} ms after the end (median), ${worst} ms at worst`);

  const items = Array.from({ length: ARTICLES }, (_, place) => ({ identity: `${place}`, headline: `News ${place}` }));
  await take(items);
  // A cursor belongs to its partner.
  const cursors = new Map<string, string>();
  for (const key of keys) cursors.set(key, (await readOn(key, WITHOUT, null)).cursor);
  await take(items.map(({ identity, headline }) => ({ identity, headline: `${headline} again` })));

  for (const [what, fields] of [
    ['with articles', WITH],
    ['without', WITHOUT],
  ] as const) {
    for (const readers of [keys.slice(0, 1), keys]) {
      await measure(`A full copy, ${what}`, readers, fields, () => null);
      await measure(`Changes since, ${what}`, readers, fields, key => cursors.get(key)!);
    }
  }
} finally {
  await gateway.end('SIGTERM');
  await dataSource.destroy();
}
