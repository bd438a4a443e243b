import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { liftEmbargoes } from './changes/lift-embargoes.js';
import { systemClock } from './clock.js';
import { type Config, packagePath } from './config.js';
import { keepReference, type ReferenceKeeper } from './content/reference-keeper.js';
import { createDataSource } from './database/data-source.js';
import { findFreePort } from './database/embedded/find-free-port.js';
import { exclusively, isMigrated, migrate } from './database/migrate.js';
import { type Database, openDatabase } from './database/open-database.js';
import { entities } from './entities.js';
import { createContext } from './graphql/context.js';
import { DEFAULT_LIMITS } from './graphql/limits.js';
import { closeServer } from './http/close-server.js';
import type { Readiness } from './http/health.routes.js';
import { createServer } from './http/server.js';
import { type Poller, pollSources } from './ingest/fetch/poll-sources.js';
import { seedDemo } from './ingest/seed-demo.js';
import { visitor } from './partners/reader.js';
import { buildGatewaySchema } from './schema.js';

/** The gateway, running. */
export interface Gateway {
  /** Where it listens, without a slash at the end. */
  url: string;
  /** What its articles lie in, for people. */
  database: string;
  /** Finishes the requests and the polls under way, then lets go of everything. May be called again. */
  close: () => Promise<void>;
}

/** Connections of the writing side: the poller, what lifts embargoes, and the start. */
const WRITERS = 3;

/** Starts everything: the database, its tables, the demo content of an empty one, the HTTP server and the poller. */
export async function startGateway(
  config: Config,
  logger: FastifyBaseLogger,
  onProgress: (line: string) => void = () => {},
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
    const publicUrl = (config.PUBLIC_URL ?? `http://${reachable(config.HOST)}:${port}`).replace(/\/$/, '');
    if (config.DEMO && (await fillWhenEmpty(writer, publicUrl, onProgress))) await keeper.refresh();

    const app = await serve(config, publicUrl, logger, reader, keeper);
    opened.push(() => closeServer(app));
    await app.listen({ host: config.HOST, port });
    opened.push(liftEmbargoes({ dataSource: writer, clock: systemClock, logger }).close);
    if (config.POLL) {
      const poller: Poller = pollSources({ dataSource: writer, keeper, clock: systemClock, logger, config });
      opened.push(poller.close);
    }
    return { url: `http://${reachable(config.HOST)}:${port}`, database: database.description, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  { url }: Database,
  settings: { connections: number; statementTimeoutMs?: number },
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
  keeper: ReferenceKeeper,
): Promise<FastifyInstance> {
  return createServer({
    schema: await buildGatewaySchema(),
    createContext: request =>
      createContext({
        ...request,
        reader: visitor,
        now: systemClock(),
        db: reader.manager,
        reference: keeper.current(),
      }),
    readiness: () => readiness(reader),
    logger,
    introspection: config.INTROSPECTION,
    publicUrl,
    limits: { ...DEFAULT_LIMITS, timeMs: config.REQUEST_TIMEOUT_MS },
    folders: { demoPictures: packagePath('demo/pictures'), operations: packagePath('schema/operations') },
  });
}

/** An address that a browser on this machine can open, for a host that means all of them. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function readiness(dataSource: DataSource): Promise<Readiness> {
  try {
    const migrated = await isMigrated(dataSource);
    return { ready: migrated, checks: { database: 'ok', migrations: migrated ? 'ok' : 'not all have run' } };
  } catch {
    return { ready: false, checks: { database: 'does not answer', migrations: 'unknown' } };
  }
}

/** A database without a single source is new: it gets the vocabulary and the demo articles. One process does it, others wait. Gives whether it was this one. */
async function fillWhenEmpty(
  dataSource: DataSource,
  url: string,
  onProgress: (line: string) => void,
): Promise<boolean> {
  return exclusively(dataSource, async () => {
    const [row] = await dataSource.query<{ empty: boolean }[]>('select not exists (select from source) as empty');
    if (!row?.empty) return false;
    onProgress('Filling the empty database with the demo articles');
    const baseUrl = `${url}/demo/`;
    const [vocabulary, articles] = [packagePath('vocabulary'), packagePath('demo/articles')];
    await dataSource.transaction(db => seedDemo({ db, clock: systemClock, vocabulary, articles, baseUrl }));
    return true;
  });
}
