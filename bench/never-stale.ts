/**
 * Is an answer from memory ever stale? On two gateway processes on one database that are asked the same all the while, each trial corrects an
 * article through one of them (a mutation over HTTP), and when that is answered, asks both for it at once. Counts the answers that
 * are older than the write. It fills the database with the demo content and writes into it: give it an empty one.
 * Run: node --import @oxc-node/core/register bench/never-stale.ts --database <url> [--gateway <folder>] [--trials 10000] [--json <file>]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openKey, runCommand } from './comparison/open-key.js';
import type { ServerProcess } from './comparison/server-process.js';
import { startGateway } from './comparison/start-contestants.js';

/** Others who ask each process the same. */
const ASKERS = 1;
const HEADLINE =
  'query ($id: ID!) { article(id: $id) { headline } articles(first: 1, orderBy: RECENTLY_UPDATED) { nodes { headline } } }';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    trials: { type: 'string', default: '10000' },
    json: { type: 'string' },
  },
});

runCommand(values.gateway, values.database, ['seed']);
const key = openKey(values.gateway, values.database);
const desk = openKey(values.gateway, values.database, ['--scopes', 'read', 'desk']);
const servers = [
  await startGateway(values.gateway, values.database),
  await startGateway(values.gateway, values.database),
];

try {
  const { id } = (
    await ask<{ articles: { nodes: { id: string }[] } }>(servers[0]!, key, '{ articles(first: 1) { nodes { id } } }')
  ).articles.nodes[0]!;
  await correct(servers[0]!, id, 0);
  let written = 0;
  let stale = 0;
  let answers = 0;
  const ended = new AbortController();
  const asking = servers.flatMap(server =>
    Array.from({ length: ASKERS }, async () => {
      while (!ended.signal.aborted) {
        const before = written;
        const told = await numbersOf(server, id);
        answers += 1;
        if (told.some(number => number < before)) stale += 1;
      }
    }),
  );
  const began = performance.now();
  for (let trial = 1; trial <= Number(values.trials); trial += 1) {
    await correct(servers[trial % 2]!, id, trial);
    written = trial;
    const told = await Promise.all(servers.map(async server => numbersOf(server, id)));
    answers += told.length;
    stale += told.filter(numbers => numbers.some(number => number !== trial)).length;
    if (trial % 500 === 0) process.stderr.write(`${trial} trials, ${answers} answers, ${stale} stale\n`);
  }
  ended.abort();
  await Promise.all(asking);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const result = { trials: Number(values.trials), processes: 2, answers, stale, seconds };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result)}\n`);
  process.stdout.write(`${result.trials} writes, ${answers} answers of two processes, ${stale} stale, ${seconds} s\n`);
  process.exitCode = stale === 0 ? 0 : 1;
} finally {
  await Promise.all(servers.map(async server => server.stop()));
}

/** The number that is written in the headline, by the article itself and by the list of what has changed last. */
async function numbersOf(server: ServerProcess, id: string): Promise<number[]> {
  const data = await ask<{ article: { headline: string }; articles: { nodes: { headline: string }[] } }>(
    server,
    key,
    HEADLINE,
    { id },
  );
  return [Number(data.article.headline), Number(data.articles.nodes[0]!.headline)];
}

async function correct(server: ServerProcess, article: string, number: number): Promise<void> {
  const mutation = 'mutation ($input: CorrectArticleInput!) { correctArticle(input: $input) { changed } }';
  await ask(server, desk, mutation, { input: { article, severity: 'MINOR', headline: String(number) } });
}

async function ask<Data>(
  server: ServerProcess,
  as: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': as },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (data && !errors) return data;
  throw new Error(JSON.stringify(errors));
}
