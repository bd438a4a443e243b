import type { Client } from 'pg';
import { processorTime, usedBetween } from './processor-time.js';
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
  const result = await runLoad(server.url, requests, { seconds, connections });
  const used = usedBetween(before, await processorTime(server.pid, db));
  const ran = (await countStatements(db)) - statements;
  return {
    ...named,
    ...result,
    perSecond: result.requests / result.seconds,
    serverMicroseconds: used.server / result.requests,
    postgresMicroseconds: used.postgres / result.requests,
    statements: ran / result.requests,
  };
}
