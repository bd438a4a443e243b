/**
 * Where does the gateway's CPU go? Samples one process under load of one query, nothing cached, and prints the share of each part: what is in
 * src by folder, packages by name, node's own, garbage collection.
 * Run: node --import @oxc-node/core/register bench/profile.ts --database <url> [--gateway <folder>] [--query Q1] [--seconds 6] [--cached]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { asGateway, findCursors, loadRequestFor } from './comparison/contestant.js';
import { drawQuestions } from './comparison/draw-questions.js';
import { openKey } from './comparison/open-key.js';
import { installPeers } from './comparison/peer-folder.js';
import type { QueryName } from './comparison/questions.js';
import { runLoad } from './comparison/run-load.js';
import { startGateway } from './comparison/start-contestants.js';

const CONNECTIONS = 32;
const WARM_SECONDS = 4;
const SHOWN = 14;

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    gateway: { type: 'string', default: join(import.meta.dirname, '..') },
    query: { type: 'string', default: 'Q1' },
    seconds: { type: 'string', default: '6' },
    cached: { type: 'boolean', default: false },
  },
});
const query = values.query as QueryName;

/** What V8 writes (Chrome DevTools Protocol, Profiler.Profile). */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
}

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-profile-'));
const db = new Client({ connectionString: values.database });
await db.connect();
try {
  const questions = await drawQuestions(db);
  const key = openKey(values.gateway, values.database);
  const settings = { ANSWERS_MB: values.cached ? '256' : '0' };
  const sampling = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
  const server = await startGateway(values.gateway, values.database, settings, sampling);
  const contestant = asGateway('gateway', server, key);
  if (query === 'Q4' || query === 'Q5') await findCursors(contestant, query, questions[query]);
  const requests = questions[query].map(question => loadRequestFor(contestant, query, question));
  const options = { connections: CONNECTIONS };
  await runLoad(server.url, requests, { ...options, seconds: WARM_SECONDS });
  await runLoad(server.url, requests, { ...options, seconds: Number(values.seconds) });
  await server.stop();
  const [file] = readdirSync(folder);
  print(JSON.parse(readFileSync(join(folder, file!), 'utf8')) as Profile);
} finally {
  await db.end();
  rmSync(folder, { recursive: true });
}

function print({ nodes, samples }: Profile): void {
  const partOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const counts = new Map<string, number>();
  let busy = 0;
  for (const sample of samples) {
    const part = partOf.get(sample) ?? '';
    if (part === '(idle)' || part === '(root)') continue;
    busy += 1;
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, SHOWN);
  for (const [part, count] of sorted)
    process.stdout.write(`${((100 * count) / busy).toFixed(1).padStart(5)} %  ${part}\n`);
}

/** The part that a frame belongs to. */
function nameOf({ functionName, url }: Profile['nodes'][number]['callFrame']): string {
  if (functionName.startsWith('(')) return functionName;
  if (url.startsWith('node:') || url === '') return 'node itself';
  const [, packageName] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(url) ?? [];
  if (packageName !== undefined) return packageName;
  const [, own] = /\/dist\/(src\/[^/]+)\//.exec(url) ?? [];
  return own ?? 'src';
}
