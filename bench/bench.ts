/**
 * The whole comparison by one command: makes a corpus, grows it, installs the peers, measures, and draws. Needs a PostgreSQL of its own at
 * BENCH_DATABASE_URL (a role that may create databases; 8 GB of memory and 40 GB of disk for a million articles, twice that with five), else the embedded
 * one in data/bench. Databases that are there already are used again. What is measured lies in bench/results, and charts in bench/charts.
 * Run: npm run bench -- [--articles 1000000] [--large 5000000] [--gateway <folder>] [--only corpus,compare,growth,search,memory,stale,charts] [--quick]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { openDatabase } from '../src/database/open-database.js';
import { ingestBase } from './corpus/ingest-base.js';

const STEPS = ['corpus', 'compare', 'growth', 'search', 'memory', 'stale', 'charts'] as const;
const BASE_ARTICLES = 20_000;
const SMALL = [10_000, 100_000];
const ROOT = join(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    large: { type: 'string' },
    gateway: { type: 'string', default: ROOT },
    only: { type: 'string', default: STEPS.join(',') },
    quick: { type: 'boolean', default: false },
  },
});
const steps = values.only.split(',');
const large = values.large === undefined ? [] : [Number(values.large)];
const sizes = [...SMALL, Number(values.articles), ...large];
const rounds = values.quick ? ['--rounds', '1', '--seconds', '2'] : ['--rounds', '4', '--seconds', '4'];

const database = await openDatabase({
  DATABASE_URL: process.env['BENCH_DATABASE_URL'],
  DATA_DIR: join(ROOT, 'data/bench'),
});
try {
  if (steps.includes('corpus')) await makeCorpora();
  const main = addressOf(nameOf(Number(values.articles)));
  const all = sizes.map(size => addressOf(nameOf(size))).join(',');
  measure('compare', 'compare.ts', ['--database', main, ...rounds, ...into('comparison')]);
  measure('growth', 'growth.ts', ['--databases', all, ...rounds, ...into('growth')]);
  measure('search', 'search-speed.ts', ['--database', main, ...into('search')]);
  measure('memory', 'memory.ts', ['--database', main, '--minutes', values.quick ? '1' : '10', ...into('memory')]);
  if (steps.includes('stale')) {
    const empty = 'nhip_cau_bench_stale';
    await asAdmin(`drop database if exists ${empty}`);
    await createDatabase(empty);
    measure('stale', 'never-stale.ts', [
      '--database',
      addressOf(empty),
      '--trials',
      values.quick ? '300' : '10000',
      ...into('stale'),
    ]);
  }
  if (steps.includes('charts')) run('draw-charts.ts', []);
} finally {
  await database.close();
}

/** The base through the write path, and the others out of it, where they are not there yet. */
async function makeCorpora(): Promise<void> {
  const base = nameOf(BASE_ARTICLES);
  if (!(await isThere(base))) {
    await createDatabase(base);
    process.stdout.write(`ingesting ${BASE_ARTICLES} articles\n`);
    await ingestBase(values.gateway, addressOf(base), BASE_ARTICLES);
  }
  for (const size of sizes) {
    if (await isThere(nameOf(size))) continue;
    const narrow = large.includes(size) ? ['--narrow'] : [];
    run('grow-corpus.ts', [
      '--base',
      addressOf(base),
      '--database',
      nameOf(size),
      '--articles',
      String(size),
      ...narrow,
    ]);
  }
}

function measure(step: string, script: string, words: string[]): void {
  if (!steps.includes(step)) return;
  process.stdout.write(`\n## ${step}\n\n`);
  run(script, [...words, '--gateway', values.gateway]);
}

function run(script: string, words: string[]): void {
  const loader = ['--import', '@oxc-node/core/register'];
  const { status } = spawnSync(process.execPath, [...loader, join(import.meta.dirname, script), ...words], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${script} did not end well.`);
}

function into(name: string): string[] {
  return ['--json', join(import.meta.dirname, 'results', `${name}.json`)];
}

function nameOf(size: number): string {
  return `nhip_cau_bench_${size}`;
}

function addressOf(name: string): string {
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function isThere(name: string): Promise<boolean> {
  const rows = await asAdmin('select 1 from pg_database where datname = $1', [name]);
  return rows > 0;
}

async function createDatabase(name: string): Promise<void> {
  await asAdmin(`create database ${name} template template0 encoding 'UTF8'`);
}

async function asAdmin(statement: string, parameters: string[] = []): Promise<number> {
  const db = new Client({ connectionString: addressOf('postgres') });
  await db.connect();
  try {
    const { rowCount } = await db.query(statement, parameters);
    return rowCount ?? 0;
  } finally {
    await db.end();
  }
}
