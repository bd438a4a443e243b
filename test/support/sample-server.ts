import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
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
    createContext: ({ requestId, signal }) => ({ requestId, signal, db: {} as EntityManager }) as never,
    readiness: async () => ({ ready: true, checks: { database: 'ok' } }),
    logger: pino({ level: 'info' }, { write: line => lines.push(JSON.parse(line) as Record<string, unknown>) }),
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
  const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
  return { status: response.status, headers: response.headers, text, data, errors };
}
