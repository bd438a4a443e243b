import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Context } from '../../src/graphql/context.js';
import type { Deadline } from '../../src/graphql/deadline.js';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.js';
import { createServer, type ServerOptions } from '../../src/http/server.js';
import { sampleSchema } from './sample-schema.js';

export interface SampleServer {
  app: FastifyInstance;
  /** Without a slash at the end. */
  url: string;
  /** What was logged, a line each. */
  lines: Record<string, unknown>[];
  /** Sends one GraphQL request as JSON, and reads the answer. */
  ask: (body: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  data: Record<string, unknown> | null;
  errors: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** The HTTP server with the sample schema, listening on a free port of loopback. */
export async function startSampleServer(options: Partial<ServerOptions> = {}): Promise<SampleServer> {
  const lines: Record<string, unknown>[] = [];
  const app = await createServer({
    schema: sampleSchema,
    createContext: ({ requestId, deadline }) => sampleContext(requestId, deadline),
    readiness: async () => ({ ready: true, checks: { database: 'ok' } }),
    logger: pino({ level: 'info' }, { write: line => lines.push(parse(line)) }),
    introspection: true,
    publicUrl: 'http://127.0.0.1',
    limits: DEFAULT_LIMITS,
    folders: { demoPictures: 'test/fixtures/pictures', operations: 'test/fixtures/operations' },
    ...options,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = async (body: unknown, headers: Record<string, string> = {}) =>
    readAnswer(
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  return { app, url, lines, ask };
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it is, the test checks
  const { data = null, errors = [] } = parse(text) as Partial<Answer>;
  return { status: response.status, headers: response.headers, text, data, errors };
}

function parse(text: string): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it holds, the test checks
  return JSON.parse(text) as Record<string, unknown>;
}

/** As much of a context as the sample schema uses. */
function sampleContext(requestId: string, deadline: Deadline): Context {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing here comes near a database
  return { requestId, deadline } as Context;
}
