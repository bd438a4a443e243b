/**
 * Does a gateway's memory stay flat? The resident set, every 10 seconds, of a process with its usual cache that is asked everything at once: lists,
 * articles with bodies, topics, pages far down and feeds.
 * Run: node --import @oxc-node/core/register bench/memory.ts --database <url> [--gateway <folder>] [--minutes 10] [--json <file>]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { contentRequests } from './comparison/contents.js';
import { asGateway, findCursors, loadRequestFor } from './comparison/contestant.js';
import { drawQuestions } from './comparison/draw-questions.js';
import { openKey } from './comparison/open-key.js';
import { installPeers } from './comparison/peer-folder.js';
import { QUERIES } from './comparison/questions.js';
import { runLoad } from './comparison/run-load.js';
import { startGateway } from './comparison/start-contestants.js';
import { createRandom } from './corpus/random.js';

const EVERY_MS = 10_000;
const CONNECTIONS = 32;

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    minutes: { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});

installPeers();
const db = new Client({ connectionString: values.database });
await db.connect();
const questions = await drawQuestions(db);
const key = openKey(values.gateway, values.database);
const server = await startGateway(values.gateway, values.database);

try {
  const contestant = asGateway('gateway', server, key);
  await findCursors(contestant, 'Q4', questions.Q4);
  await findCursors(contestant, 'Q5', questions.Q5);
  const random = createRandom(3, 'mixed load');
  const requests = [
    ...QUERIES.flatMap(query => questions[query].map(question => loadRequestFor(contestant, query, question))),
    ...(await contentRequests(contestant, 'F1', questions.Q1)),
  ]
    .map(request => ({ request, place: random.fraction() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ request }) => request);

  const seconds = Number(values.minutes) * 60;
  const load = runLoad(server.url, requests, { seconds, connections: CONNECTIONS });
  const ended = load.then(
    () => true,
    () => true,
  );
  const megabytes: number[] = [];
  while (!(await Promise.race([ended, sleep(EVERY_MS, false)]))) {
    megabytes.push(residentMegabytes(server.pid));
    process.stderr.write(`${megabytes.length * 10} s: ${megabytes.at(-1)} MB\n`);
  }
  const { requests: answered } = await load;
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ everySeconds: 10, megabytes, answered })}\n`);
  const third = Math.ceil(megabytes.length / 3);
  process.stdout.write(
    `${answered} requests; MB: first third ${mean(megabytes.slice(0, third))}, middle ${mean(megabytes.slice(third, -third))}, ` +
      `last ${mean(megabytes.slice(-third))}; most ${Math.max(...megabytes)}\n`,
  );
} finally {
  await server.stop();
  await db.end();
}

/** Linux says it in kB. */
function residentMegabytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function mean(some: number[]): string {
  return (some.reduce((sum, each) => sum + each, 0) / some.length).toFixed(0);
}
