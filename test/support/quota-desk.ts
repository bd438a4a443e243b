import { readConfig } from '../../src/config.js';
import { createContext } from '../../src/graphql/context.js';
import { findKeys } from '../../src/partners/find-key.js';
import { identifyReader } from '../../src/partners/identify-reader.js';
import { readSentKey } from '../../src/partners/sent-key.js';
import { openQuotas, type Quotas } from '../../src/partners/open-quotas.js';
import { buildGatewaySchema } from '../../src/schema.js';
import type { Desk } from './desk.js';
import { startSampleServer, type SampleServer } from './sample-server.js';

/** A gateway of a desk that counts what it answers, as one process of many. */
export interface QuotaServer extends SampleServer {
  quotas: Quotas;
  /** What it could not do with its store, or with usage. */
  troubles: string[];
  close: () => Promise<void>;
}

/** Serves a desk with quotas by some settings. */
export async function serveWithQuotas(
  desk: Desk,
  settings: Record<string, string> = {},
  proxies: string[] = [],
): Promise<QuotaServer> {
  const troubles: string[] = [];
  const quotas = await openQuotas(desk.db, readConfig(settings), (_error, what) => void troubles.push(what));
  const findKey = findKeys(desk.db);
  const server = await startSampleServer({
    schema: await buildGatewaySchema(),
    trustedProxies: proxies,
    createContext: async ({ headers, address, feedToken = null, ...request }) => {
      const reference = await desk.reference();
      const { now, db } = desk;
      const reader = await identifyReader(
        { db, findKey },
        { sent: readSentKey(headers), address, feedToken },
        reference.licences,
        now,
      );
      return createContext({ ...request, reader, now, db, reference, quota: quotas.of(reader, address, now) });
    },
  });
  return {
    ...server,
    quotas,
    troubles,
    async close() {
      await server.app.close();
      await quotas.close();
    },
  };
}
