import { openAnswers, type Answers } from '../../src/answers/answers.js';
import { openDocuments } from '../../src/answers/documents.js';
import { readArrivals } from '../../src/answers/fence.js';
import { watchChanges } from '../../src/changes/watch-changes.js';
import { readConfig } from '../../src/config.js';
import { keepReference } from '../../src/content/reference-keeper.js';
import { contextOfRequest } from '../../src/http/context-of-request.js';
import { findKeys } from '../../src/partners/find-key.js';
import { openQuotas } from '../../src/partners/open-quotas.js';
import { buildGatewaySchema } from '../../src/schema.js';
import type { Desk } from './desk.js';
import { type SampleServer, startSampleServer } from './sample-server.js';

/** A gateway of a desk that keeps answers, as one process of many, by the desk's clock. */
export interface AnswersServer extends SampleServer {
  answers: Answers;
  close: () => Promise<void>;
}

export async function serveWithAnswers(desk: Desk, mostBytes = 10_000_000): Promise<AnswersServer> {
  const keeper = await keepReference(desk.dataSource, desk.url);
  const watch = await watchChanges(desk.url, { retentionDays: 90, redeliverAfterSeconds: 3_600 });
  const quotas = await openQuotas(desk.db, readConfig({}), () => {});
  const clock = () => desk.now;
  const readArrival = readArrivals(desk.db, keeper, clock);
  const findKey = findKeys(desk.db);
  const sources = { db: desk.db, clock, keeper, watch, quotas, readArrival, findKey, publicUrl: 'http://127.0.0.1' };
  const answers = openAnswers(mostBytes);
  const server = await startSampleServer({
    schema: await buildGatewaySchema(),
    createContext: request => contextOfRequest(request, sources),
    answers,
    documents: openDocuments(mostBytes),
  });
  return {
    ...server,
    answers,
    async close() {
      await server.app.close();
      await quotas.close();
      await watch.close();
      await keeper.close();
    },
  };
}
