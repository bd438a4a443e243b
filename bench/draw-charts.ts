/**
 * Draws bench/charts/*.svg from what is in bench/results: comparison.json (compare.ts), growth.json (growth.ts) and memory.json (memory.ts).
 * Run: node --import @oxc-node/core/register bench/draw-charts.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawBars } from './charts/bar-chart.js';
import { drawLines } from './charts/line-chart.js';
import type { Measurement } from './comparison/measure.js';
import { figuresOf } from './comparison/summarise.js';

const FIVE = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'];
const NAMES: Record<string, string> = {
  gateway: 'Nhịp Cầu, cold',
  cached: 'Nhịp Cầu, cached',
  mercurius: 'Mercurius 16',
  postgraphile: 'PostGraphile 5',
  plain: 'node:http',
};

const comparison = read('comparison') as Measurement[] | null;
const growth = read('growth') as Measurement[] | null;
const memory = read('memory') as { megabytes: number[] } | null;

if (comparison) {
  const speeds = (servers: string[], whats: string[]): { name: string; values: (number | null)[] }[] =>
    servers.map(server => ({
      name: NAMES[server] ?? server,
      values: whats.map(what => figuresOf(comparison, server, what)?.perSecond ?? null),
    }));
  write(
    'cold',
    drawBars({
      title: 'Nothing cached, one million articles',
      description: 'Requests a second for each of the five queries: the gateway beside Mercurius and PostGraphile.',
      unit: 'requests a second',
      groups: FIVE,
      series: speeds(['gateway', 'mercurius', 'postgraphile'], FIVE),
    }),
  );
  write(
    'cached',
    drawBars({
      title: 'From memory, behind the fence',
      description: 'Requests a second for each query and for a feed: the gateway beside node:http with the same bytes.',
      unit: 'requests a second',
      groups: [...FIVE, 'F1'],
      series: speeds(['cached', 'plain'], [...FIVE, 'F1']),
    }),
  );
}

if (growth) {
  const sizes = [...new Set(growth.map(({ server }) => server))];
  write(
    'growth',
    drawLines({
      title: 'CPU of node and PostgreSQL as the archive grows',
      description: 'Microseconds a request for Q1, Q5 and P1, nothing cached, for each number of articles.',
      unit: 'µs a request',
      labels: sizes,
      series: ['Q1', 'Q5', 'P1'].map(what => ({
        name: what,
        values: sizes.map(size => {
          const figures = figuresOf(growth, size, what);
          return figures && figures.serverMicroseconds + figures.postgresMicroseconds;
        }),
      })),
    }),
  );
}

if (memory) {
  const { megabytes } = memory;
  write(
    'memory',
    drawLines({
      title: 'Memory of one process under mixed load',
      description: 'The resident set in megabytes, every ten seconds.',
      unit: 'MB',
      labels: megabytes.map((_, place) => (place % 6 === 5 ? `${(place + 1) / 6} min` : null)),
      series: [{ name: 'resident set', values: megabytes }],
    }),
  );
}

function read(name: string): unknown {
  const file = join(import.meta.dirname, 'results', `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function write(name: string, svg: string): void {
  writeFileSync(join(import.meta.dirname, 'charts', `${name}.svg`), svg);
}
