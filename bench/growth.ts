/**
 * What does a page cost as the archive grows? The gateway with nothing cached on several databases, side by side: microseconds of CPU a
 * request, of node and PostgreSQL, for Q1 (headlines of a topic), Q5 (page 50 of an event) and P1 (its first page).
 * Run: node --import @oxc-node/core/register bench/growth.ts --databases <url,url,…> [--gateway <folder>] [--rounds 4] [--seconds 4] [--json <file>]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { type Contestant, findCursors, loadRequestFor } from './comparison/contestant.js';
import { drawQuestions } from './comparison/draw-questions.js';
import { type Measurement, measure } from './comparison/measure.js';
import { installPeers } from './comparison/peer-folder.js';
import type { LoadRequest } from './comparison/run-load.js';
import { startContestant } from './comparison/start-contestants.js';
import { figuresOf } from './comparison/summarise.js';

const QUERIES = ['Q1', 'Q5', 'P1'] as const;
const CONNECTIONS = 32;

const { values } = parseArgs({
  options: {
    databases: { type: 'string', default: '' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '4' },
    json: { type: 'string' },
  },
});

/** A gateway on one database. */
interface Size {
  articles: string;
  db: Client;
  contestant: Contestant;
  requests: Record<(typeof QUERIES)[number], LoadRequest[]>;
}

installPeers();
const sizes: Size[] = [];
try {
  for (const url of values.databases.split(',')) sizes.push(await open(url));
  const measurements = await measureRounds();
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measurements, null, 1)}\n`);
  process.stdout.write(`\n${tableOf(measurements)}\n`);
} finally {
  for (const { contestant, db } of sizes) {
    await contestant.server.stop();
    await db.end();
  }
}

async function open(url: string): Promise<Size> {
  const db = new Client({ connectionString: url });
  await db.connect();
  await db.query('create extension if not exists pg_stat_statements').catch(() => {});
  const { rows } = await db.query<{ articles: number }>('select count(*)::int as articles from article');
  const questions = await drawQuestions(db);
  const contestant = await startContestant('gateway', values.gateway, url);
  await findCursors(contestant, 'Q5', questions.Q5);
  const requestsOf = (query: (typeof QUERIES)[number]): LoadRequest[] =>
    questions[query].map(question => loadRequestFor(contestant, query, question));
  return {
    articles: rows[0]!.articles.toLocaleString('en'),
    db,
    contestant,
    requests: { Q1: requestsOf('Q1'), Q5: requestsOf('Q5'), P1: requestsOf('P1') },
  };
}

async function measureRounds(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const query of QUERIES) {
      for (const { articles, db, contestant, requests } of round % 2 === 0 ? sizes : sizes.toReversed()) {
        // A small archive has no event of fifty pages.
        if (requests[query].length === 0) continue;
        const named = { server: articles, what: query, round };
        const options = { db, seconds: Number(values.seconds), connections: CONNECTIONS };
        const measured = await measure(named, contestant.server, requests[query], options);
        // The round before the first only warms up.
        if (round > 0) measurements.push(measured);
        process.stderr.write(
          `round ${round} ${query} ${articles.padStart(9)} ${measured.perSecond.toFixed(0)} a second, ` +
            `${measured.serverMicroseconds.toFixed(0)} + ${measured.postgresMicroseconds.toFixed(0)} µs\n`,
        );
      }
    }
  }
  return measurements;
}

function tableOf(measurements: Measurement[]): string {
  const lines = sizes.map(({ articles }) => {
    const cells = QUERIES.map(query => {
      const figures = figuresOf(measurements, articles, query);
      if (!figures) return '';
      const { perSecond, serverMicroseconds, postgresMicroseconds } = figures;
      const all = serverMicroseconds + postgresMicroseconds;
      return `${all.toFixed(0)} (${serverMicroseconds.toFixed(0)} + ${postgresMicroseconds.toFixed(0)}); ${perSecond.toFixed(0)}`;
    });
    return `| ${articles} | ${cells.join(' | ')} |`;
  });
  return [
    `| articles | ${QUERIES.map(query => `${query}: µs (node + PostgreSQL); a second`).join(' | ')} |`,
    '|--:|--:|--:|--:|',
    ...lines,
  ].join('\n');
}
