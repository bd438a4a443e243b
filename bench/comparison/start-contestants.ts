import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asGateway, asMercurius, asPostgraphile, type Contestant } from './contestant.js';
import { openKey } from './open-key.js';
import { peerFolder } from './peer-folder.js';
import type { LoadRequest } from './run-load.js';
import { type ServerProcess, startServer } from './server-process.js';

/** Who can take part: the gateway with nothing cached, the same with its cache, two peers, and bytes that are ready. */
export const NAMES = ['gateway', 'cached', 'mercurius', 'postgraphile', 'plain'] as const;
export type ContestantName = (typeof NAMES)[number];

const CACHED_MB = '256';

/** Starts a gateway that is built in a folder, as partners meet it: only that it writes no line a request, as no peer does. */
export async function startGateway(
  folder: string,
  databaseUrl: string,
  settings: Record<string, string> = {},
  nodeOptions: string[] = [],
): Promise<ServerProcess> {
  return startServer(
    () => [...nodeOptions, ...startWords(folder)],
    {
      DATABASE_URL: databaseUrl,
      DEMO: 'false',
      POLL: 'false',
      LOG_LEVEL: 'warn',
      CHANGE_RETENTION_DAYS: '36500',
      ...settings,
    },
    folder,
  );
}

/** What `npm start` gives to node there. */
function startWords(folder: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

/** Starts one that asks PostgreSQL. All have as many connections to it, and idle while others are measured. */
export async function startContestant(
  name: Exclude<ContestantName, 'plain'>,
  gateway: string,
  databaseUrl: string,
): Promise<Contestant> {
  if (name === 'gateway' || name === 'cached') {
    const key = openKey(gateway, databaseUrl);
    const ANSWERS_MB = name === 'cached' ? CACHED_MB : '0';
    return asGateway(name, await startGateway(gateway, databaseUrl, { ANSWERS_MB }), key);
  }
  const settings = { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: '10', GRAPHILE_ENV: 'production' };
  const server = await startServer(port => ['server.mjs', String(port)], settings, peerFolder(name));
  return name === 'mercurius' ? asMercurius(server) : asPostgraphile(server);
}

/** Starts the server of bytes, with what another answers to these requests. */
export async function startPlain(of: ServerProcess, requests: LoadRequest[]): Promise<ServerProcess> {
  const answers: string[][] = [];
  for (const { method, path, headers, body } of requests) {
    const response = await fetch(of.url + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const type = response.headers.get('content-type') ?? '';
    answers.push([method, path, body ?? '', type, await response.text()]);
  }
  const file = join(tmpdir(), `nhip-cau-bench-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(answers));
  return startServer(port => ['server.mjs', String(port)], { ANSWERS: file }, peerFolder('plain'));
}

/** What plain is asked: the same as the gateway, key and all. */
export function asPlain(server: ServerProcess, like: Contestant): Contestant {
  return { ...like, name: 'plain', server };
}
