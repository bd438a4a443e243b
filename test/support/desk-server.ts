import { type Context, createContext } from '../../src/graphql/context.js';
import { Deadline } from '../../src/graphql/deadline.js';
import { findKeys } from '../../src/partners/find-key.js';
import { identifyReader } from '../../src/partners/identify-reader.js';
import { readSentKey } from '../../src/partners/sent-key.js';
import { visitorReader } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import type { Desk } from './desk.js';
import { startSampleServer, type SampleServer } from './sample-server.js';

/** The gateway's own schema over HTTP, on what a desk holds. Close its app when done. */
export async function serveDesk(desk: Desk): Promise<SampleServer> {
  const asked = { db: desk.db, findKey: findKeys(desk.db) };
  return startSampleServer({
    schema: await buildGatewaySchema(),
    createContext: async ({ headers, address, feedToken = null, ...request }) => {
      const reference = await desk.reference();
      const reader = await identifyReader(
        asked,
        { sent: readSentKey(headers), address, feedToken },
        reference.licences,
        desk.now,
      );
      return createContext({
        ...request,
        reader,
        now: desk.now,
        db: desk.db,
        reference,
        publicUrl: 'http://127.0.0.1',
      });
    },
  });
}

/** A visitor's request to a desk, by the desk's clock. */
export async function contextOf(
  desk: Desk,
  request = { requestId: 'test', deadline: new Deadline() },
): Promise<Context> {
  const reference = await desk.reference();
  const reader = visitorReader(reference.licences);
  return createContext({ ...request, reader, now: desk.now, db: desk.db, reference });
}
