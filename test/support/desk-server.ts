import { createContext } from '../../src/graphql/context.js';
import { visitor } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import type { Desk } from './desk.js';
import { startSampleServer, type SampleServer } from './sample-server.js';

/** The gateway's own schema over HTTP, on what a desk holds. Close its app when done. */
export async function serveDesk(desk: Desk): Promise<SampleServer> {
  return startSampleServer({
    schema: await buildGatewaySchema(),
    createContext: async request =>
      createContext({ ...request, reader: visitor, now: desk.now, db: desk.db, reference: await desk.reference() }),
  });
}
