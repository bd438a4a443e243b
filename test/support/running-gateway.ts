import 'reflect-metadata';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { type Gateway, startGateway } from '../../src/gateway.js';
import { createTestDatabase } from './database.js';

/** The whole gateway on a database and a free port of its own. */
export interface RunningGateway extends Gateway {
  databaseUrl: string;
  ask: (query: string, variables?: Record<string, unknown>) => Promise<any>;
}

/** Starts the gateway as `npm start` does, with the demo content unless the settings say otherwise. */
export async function runGateway(settings: Record<string, string> = {}): Promise<RunningGateway> {
  const database = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: database.url, PORT: '0', LOG_LEVEL: 'silent', ...settings });
  const gateway = await startGateway(config, pino({ level: 'silent' }));
  return {
    ...gateway,
    databaseUrl: database.url,
    async ask(query, variables) {
      const answer = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors }: any = await answer.json();
      expect(errors).toBeUndefined();
      return data;
    },
    async close() {
      await gateway.close();
      await database.drop();
    },
  };
}
