/**
 * How long does a search take, and a count, and facets? Over HTTP, one after the other, from a gateway that keeps nothing: milliseconds of the
 * fastest, the median and the slowest of some askings, how many articles are found, and CPU of PostgreSQL.
 * Run: node --import @oxc-node/core/register bench/search-speed.ts --database <url> [--gateway <folder>] [--times 10] [--json <file>]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { median } from './comparison/median.js';
import { openKey } from './comparison/open-key.js';
import { processorTime, usedBetween } from './comparison/processor-time.js';
import { startGateway } from './comparison/start-contestants.js';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    times: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});

const SEARCHES = {
  'a common word (hội)': 'hội',
  'hội nghị': 'hội nghị',
  'two common words (Vietnam ASEAN)': 'Vietnam ASEAN',
  'a phrase ("hội nghị")': '"hội nghị"',
  'a phrase that is rarer ("hội nghị quốc tế")': '"hội nghị quốc tế"',
};

const LIST =
  'query ($text: String!, $order: ArticleOrder!) { articles(filter: { text: $text }, orderBy: $order, first: 20) { nodes { id headline } } }';
const COUNT = 'query ($text: String!) { articles(filter: { text: $text }) { totalCount } }';
const OF_TOPIC = '(filter: { topics: { any: [$topic] } }, first: 1)';
const FACETS = `query ($topic: String!) { articles${OF_TOPIC} { facets {
  topics { count topic { slug } } events { count event { slug } } languages { count language } sources { count source { slug } } } } }`;

interface Asked {
  what: string;
  fastest: number;
  median: number;
  slowest: number;
  postgresMilliseconds: number;
  found: string;
}

const db = new Client({ connectionString: values.database });
await db.connect();
const key = openKey(values.gateway, values.database);
const server = await startGateway(values.gateway, values.database, { ANSWERS_MB: '0' });

try {
  const asked: Asked[] = [];
  const [rare, topic] = [await rareWord(), await largestTopic()];
  for (const [name, text] of Object.entries({ [`a rare word (${rare})`]: rare, ...SEARCHES })) {
    for (const order of ['RELEVANCE', 'NEWEST']) asked.push(await ask(`${name}, ${order}`, LIST, { text, order }));
    asked.push(await ask(`${name}, totalCount`, COUNT, { text }));
  }
  asked.push(
    await ask(`${topic}, totalCount`, `query ($topic: String!) { articles${OF_TOPIC} { totalCount } }`, { topic }),
  );
  asked.push(await ask(`${topic}, all facets`, FACETS, { topic }));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(asked, null, 1)}\n`);
  process.stdout.write(
    [
      '| | fastest ms | median ms | slowest ms | PostgreSQL CPU ms | found |',
      '|---|--:|--:|--:|--:|--:|',
      ...asked.map(
        each =>
          `| ${each.what} | ${each.fastest.toFixed(0)} | ${each.median.toFixed(0)} | ${each.slowest.toFixed(0)} | ${each.postgresMilliseconds.toFixed(1)} | ${each.found} |`,
      ),
      '',
    ].join('\n'),
  );
} finally {
  await server.stop();
  await db.end();
}

async function ask(what: string, query: string, variables: Record<string, string>): Promise<Asked> {
  const times: number[] = [];
  let found = '';
  await askOnce(query, variables);
  const before = await processorTime(server.pid, db);
  for (let time = 0; time < Number(values.times); time += 1) {
    const start = performance.now();
    found = await askOnce(query, variables);
    times.push(performance.now() - start);
  }
  const { postgres } = usedBetween(before, await processorTime(server.pid, db));
  process.stderr.write(`${what}: ${median(times).toFixed(0)} ms, ${found}\n`);
  return {
    what,
    fastest: Math.min(...times),
    median: median(times),
    slowest: Math.max(...times),
    postgresMilliseconds: postgres / 1_000 / times.length,
    found,
  };
}

/** How many were found, or what was said instead. */
async function askOnce(query: string, variables: Record<string, string>): Promise<string> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { articles?: { totalCount?: number; nodes?: unknown[]; facets?: unknown } } | null;
    errors?: { extensions?: { code?: string } }[];
  };
  if (errors) return errors[0]?.extensions?.code ?? 'an error';
  const { totalCount, nodes } = data?.articles ?? {};
  return totalCount?.toLocaleString('en') ?? (nodes ? `${nodes.length} shown` : 'facets');
}

/** A word that one article of the first thousands has, and its copies. */
async function rareWord(): Promise<string> {
  const { rows } = await db.query<{ word: string }>(
    `select word from ts_stat('select words from article_search where article_id <= 2000')
      where ndoc = 1 and word ~ '^[a-z]{6,12}$' order by word limit 1`,
  );
  return rows[0]!.word;
}

async function largestTopic(): Promise<string> {
  const { rows } = await db.query<{ slug: string }>(
    'select slug from article_topic join topic on topic.id = topic_id group by slug order by count(*) desc limit 1',
  );
  return rows[0]!.slug;
}
