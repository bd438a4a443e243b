import type { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { processorTime, usedBetween, usedBy } from './processor-time.js';
import { type LoadRequest, type LoadResult, runLoad } from './run-load.js';
import type { ServerProcess } from './server-process.js';
import { countStatements } from './count-statements.js';

/** One load of one server, with what it cost: microseconds of CPU and statements a request. */
export interface Measurement extends LoadResult {
  server: string;
  what: string;
  round: number;
  perSecond: number;
  serverMicroseconds: number;
  postgresMicroseconds: number;
  statements: number;
}

/** Between two looks at whether a server is idle. */
const SETTLE_MS = 250;

export interface MeasureOptions {
  db: Client;
  seconds: number;
  connections: number;
}

export async function measure(
  named: { server: string; what: string; round: number },
  server: ServerProcess,
  requests: LoadRequest[],
  { db, seconds, connections }: MeasureOptions,
): Promise<Measurement> {
  const statements = await countStatements(db);
  const before = await processorTime(server.pid, db);
  const result = await runLoad(server.url, requests, { seconds, connections }).catch((cause: unknown) => {
    throw new Error(`${named.server} did not bear ${named.what}. It last said:\n${server.lastWords()}`, { cause });
  });
  const used = usedBetween(before, await processorTime(server.pid, db));
  const ran = (await countStatements(db)) - statements;
  await settle(server.pid);
  return {
    ...named,
    ...result,
    perSecond: result.requests / result.seconds,
    serverMicroseconds: used.server / result.requests,
    postgresMicroseconds: used.postgres / result.requests,
    statements: ran / result.requests,
  };
}

/** Waits until a server has done with what was asked when the load ended, and lies idle: at most half a minute. */
async function settle(pid: number): Promise<void> {
  for (let looks = 0; looks < 120; looks += 1) {
    const before = usedBy(pid);
    await sleep(SETTLE_MS);
    if (usedBy(pid) - before < (SETTLE_MS * 1_000) / 10) return;
  }
}
