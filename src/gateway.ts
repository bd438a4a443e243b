import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { openAnswers } from './answers/answers.js';
import { openDocuments } from './answers/documents.js';
import { readArrivals } from './answers/fence.js';
import { watchChanges } from './changes/watch-changes.js';
import { watchMoments } from './changes/watch-moments.js';
import { systemClock } from './clock.js';
import { type Config, localUrlOf, packagePath, publicUrlOf } from './config.js';
import { keepReference } from './content/reference-keeper.js';
import { createDataSource, type DataSourceSettings } from './database/data-source.js';
import { findFreePort } from './database/embedded/find-free-port.js';
import { migrate } from './database/migrate.js';
import { type Database, openDatabase } from './database/open-database.js';
import { entities } from './entities.js';
import { DEFAULT_LIMITS } from './graphql/limits.js';
import { closeServer } from './http/close-server.js';
import { contextOfRequest, type Sources } from './http/context-of-request.js';
import { readiness } from './http/readiness.js';
import { createServer } from './http/server.js';
import { type Poller, pollSources } from './ingest/fetch/poll-sources.js';
import { fillWhenEmpty } from './ingest/fill-when-empty.js';
import type { DemoKey } from './ingest/seed-partners.js';
import { findKeys } from './partners/find-key.js';
import { openQuotas } from './partners/open-quotas.js';
import { buildGatewaySchema } from './schema.js';

/** The gateway, running. */
export interface Gateway {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** What its articles lie in, for people. */
  database: string;
  /** The keys of the demo's partners, where this start has filled an empty database; else null. */
  demoKeys: DemoKey[] | null;
  /** Finishes the requests and the polls under way, then lets go of everything. May be called again. */
  close: () => Promise<void>;
}

/** Who watches the start. */
interface Audience {
  onProgress: (line: string) => void;
  /** Whether the keys of the demo's partners may be made, since somebody will see them. */
  seesKeys: boolean;
}

/** Connections of the writing side: the poller, and the start. */
const WRITERS = 3;

/** Starts everything: the database, its tables, the demo content of an empty one, the HTTP server and the poller. */
export async function startGateway(
  config: Config,
  logger: FastifyBaseLogger,
  { onProgress, seesKeys }: Audience = { onProgress: () => {}, seesKeys: false },
): Promise<Gateway> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = opened.pop(); end; end = opened.pop()) await end();
  };
  try {
    const database = await openDatabase(config, onProgress);
    opened.push(database.close);
    const writer = await connect(database, { connections: WRITERS }, opened);
    if ((await migrate(writer)).length > 0) onProgress('The tables are up to date');

    const reader = await connect(
      database,
      { connections: config.DATABASE_CONNECTIONS, statementTimeoutMs: config.STATEMENT_TIMEOUT_MS },
      opened,
    );
    const keeper = await keepReference(writer, database.url);
    opened.push(keeper.close);

    // Known before it is listened on: the demo's pictures are addressed by it, and nobody should find half of the demo.
    const port = config.PORT === 0 ? await findFreePort() : config.PORT;
    const address = { ...config, PORT: port };
    const publicUrl = publicUrlOf(address);
    const demoKeys = config.DEMO ? await fillWhenEmpty(writer, { publicUrl, withKeys: seesKeys, onProgress }) : null;
    if (demoKeys) await keeper.refresh();

    const watch = await watchChanges(database.url, {
      retentionDays: config.CHANGE_RETENTION_DAYS,
      redeliverAfterSeconds: config.REDELIVER_AFTER_SECONDS,
    });
    opened.push(watch.close);
    const quotas = await openQuotas(reader.manager, config, (error, what) => logger.warn({ err: error }, what));
    opened.push(quotas.close);
    // Connections of their own, for fences and keys: nobody's query stands before what all wait for.
    const fences = await connect(
      database,
      { connections: 2, statementTimeoutMs: config.STATEMENT_TIMEOUT_MS, plansOnce: true },
      opened,
    );
    const readArrival = readArrivals(fences.manager, keeper, systemClock);
    const findKey = findKeys(fences.manager);
    const sources = { db: reader.manager, clock: systemClock, keeper, readArrival, findKey, quotas, watch, publicUrl };
    const app = await serve(config, publicUrl, logger, reader, sources);
    opened.push(() => closeServer(app), watch.close); // Nobody waits for a change any longer, so that the server can close.
    await app.listen({ host: config.HOST, port });
    opened.push(
      watchMoments(writer, systemClock, error => logger.warn({ err: error }, 'Embargoes wait for the database')).close,
    );
    if (config.POLL) {
      const poller: Poller = pollSources({ dataSource: writer, keeper, clock: systemClock, logger, config });
      opened.push(poller.close);
    }
    return { url: localUrlOf(address), database: database.description, demoKeys, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  { url }: Database,
  settings: Omit<DataSourceSettings, 'url' | 'entities'>,
  opened: (() => Promise<void>)[],
): Promise<DataSource> {
  const dataSource = await createDataSource({ url, entities, ...settings }).initialize();
  opened.push(() => dataSource.destroy());
  return dataSource;
}

async function serve(
  config: Config,
  publicUrl: string,
  logger: FastifyBaseLogger,
  reader: DataSource,
  sources: Sources,
): Promise<FastifyInstance> {
  // Half for what GraphQL answers, half for feeds and pages.
  const kept = (config.ANSWERS_MB * 1_000_000) / 2;
  return createServer({
    schema: await buildGatewaySchema(),
    createContext: request => contextOfRequest(request, sources),
    answers: kept > 0 ? openAnswers(kept) : null,
    documents: kept > 0 ? openDocuments(kept) : null,
    readiness: () => readiness(reader),
    logger,
    introspection: config.INTROSPECTION,
    publicUrl,
    trustedProxies: config.TRUSTED_PROXIES,
    limits: { ...DEFAULT_LIMITS, timeMs: config.REQUEST_TIMEOUT_MS },
    folders: { demoPictures: packagePath('demo/pictures'), operations: packagePath('schema/operations') },
  });
}
