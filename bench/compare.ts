/**
 * The gateway against its peers on one database, side by side: 32 connections, every server and query in every round, in another order each.
 * Answers are checked to be the same first. Prints Markdown, and writes every measurement as JSON. Server, PostgreSQL and load share the
 * machine, so that only ratios mean something. Linux, for CPU times. F1 and C1, a feed and changes, only the gateway has: they are held against
 * node:http with the same bytes.
 * Run: node --import @oxc-node/core/register bench/compare.ts --database <url> [--gateway <folder>] [--servers gateway,mercurius] [--queries Q1,Q2]
 *   [--rounds 4] [--seconds 4] [--warm 2] [--json <file>]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { checkAnswers } from './comparison/check-answers.js';
import { type Contestant, findCursors, loadRequestFor } from './comparison/contestant.js';
import { drawQuestions } from './comparison/draw-questions.js';
import { type Measurement, measure } from './comparison/measure.js';
import type { LoadRequest } from './comparison/run-load.js';
import { installPeers } from './comparison/peer-folder.js';
import { type QueryName, QUERIES } from './comparison/questions.js';
import { type ContentName, contentRequests, CONTENTS } from './comparison/contents.js';
import { asPlain, type ContestantName, startContestant, startPlain } from './comparison/start-contestants.js';
import { summarise } from './comparison/summarise.js';

const CONNECTIONS = 32;
/** Partners who copy everything at once: a page of 500 changes is long work. */
const FEW = 4;
/** Of each query, so many questions are put to all servers before they are measured. */
const CHECKED = 40;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    servers: { type: 'string', default: 'gateway,cached,mercurius,postgraphile,plain' },
    queries: { type: 'string', default: [...QUERIES, ...CONTENTS].join(',') },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '4' },
    warm: { type: 'string', default: '2' },
    json: { type: 'string' },
  },
});
const names = values.servers.split(',') as ContestantName[];
const wanted = values.queries.split(',');
if (values.database === undefined) throw new Error('Which --database?');

/** What one server is asked of one kind. */
interface Load {
  contestant: Contestant;
  what: QueryName | ContentName;
  requests: LoadRequest[];
}

installPeers();
const db = new Client({ connectionString: values.database });
await db.connect();
await db.query('create extension if not exists pg_stat_statements').catch(() => {});
const contestants: Contestant[] = [];

try {
  const questions = await drawQuestions(db);
  const queries = QUERIES.filter(query => wanted.includes(query) && questions[query].length > 0);
  const contents = CONTENTS.filter(what => wanted.includes(what));
  for (const name of names) {
    if (name !== 'plain') contestants.push(await startContestant(name, values.gateway, values.database));
  }
  for (const contestant of contestants) {
    for (const query of ['Q4', 'Q5'] as const) {
      if (queries.includes(query)) await findCursors(contestant, query, questions[query]);
    }
  }
  for (const query of queries) {
    await checkAnswers(contestants, query, questions[query].slice(0, CHECKED));
    say(`${query}: ${contestants.map(({ name }) => name).join(', ')} give the same answers`);
  }
  const loads: Load[] = [];
  for (const contestant of contestants) {
    for (const query of queries) {
      const requests = questions[query].map(question => loadRequestFor(contestant, query, question));
      loads.push({ contestant, what: query, requests });
    }
    if (contestant.name !== 'gateway' && contestant.name !== 'cached') continue;
    for (const what of contents) {
      loads.push({ contestant, what, requests: await contentRequests(contestant, what, questions.Q1) });
    }
  }
  if (names.includes('plain')) {
    const [like] = contestants;
    const own = loads.filter(({ contestant }) => contestant === like);
    const plain = asPlain(
      await startPlain(
        like!.server,
        own.flatMap(({ requests }) => requests),
      ),
      like!,
    );
    contestants.push(plain);
    loads.push(...own.map(load => ({ ...load, contestant: plain })));
  }
  const measurements = await measureRounds([...queries, ...contents], loads);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measurements, null, 1)}\n`);
  process.stdout.write(`\n${summarise(measurements)}\n`);
} finally {
  await Promise.all(contestants.map(async ({ server }) => server.stop()));
  await db.end();
}

async function measureRounds(whats: (QueryName | ContentName)[], loads: Load[]): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    // The round before the first only warms up.
    const seconds = Number(round === 0 ? values.warm : values.seconds);
    for (const what of whats) {
      const own = loads.filter(load => load.what === what);
      for (const { contestant, requests } of rotated(own, round)) {
        const named = { server: contestant.name, what, round };
        const connections = what === 'C1' ? FEW : CONNECTIONS;
        const measured = await measure(named, contestant.server, requests, { db, seconds, connections });
        if (round > 0) measurements.push(measured);
        say(
          `round ${round} ${what} ${contestant.name.padEnd(12)} ${measured.perSecond.toFixed(0)} a second, ` +
            `${measured.serverMicroseconds.toFixed(0)} + ${measured.postgresMicroseconds.toFixed(0)} µs, ${measured.statements.toFixed(2)} statements`,
        );
      }
    }
  }
  return measurements;
}

/** In another order every round: whoever is first meets colder caches. */
function rotated<Value>(all: Value[], round: number): Value[] {
  const by = round % all.length;
  return [...all.slice(by), ...all.slice(0, by)];
}

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}
