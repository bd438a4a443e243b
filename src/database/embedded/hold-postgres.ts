import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ensureDatabase } from './ensure-database.js';
import { errorCode } from '../error-code.js';
import { PostgresUnavailable } from './postgres-unavailable.js';

declare module 'pg' {
  // It has them; its types lack them.
  interface Client {
    ref(): void;
    unref(): void;
  }
}

/** A connection that says "somebody uses this server" for as long as the process lives, however it ends. */
export interface PostgresHold {
  /** Lets go. True when nobody else holds the server: then nobody can until it has stopped, and the caller must stop it. */
  release(): Promise<boolean>;
  end(): Promise<void>;
}

/** Where the server listens on 127.0.0.1, the superuser's password, and whose data it must be. */
export interface HoldTarget {
  port: number;
  password: string;
  dataFolder: string;
}

/** Any number that nothing else locks in the database "postgres". */
const IN_USE = 20_180_001;

/** cannot_connect_now, admin_shutdown, crash_shutdown (PostgreSQL, Appendix A), or nobody there: the server starts, or stops. */
const PASSING = ['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

const BETWEEN_TRIES = 500; // ms

/** Takes part in the use of the server. Null while it starts or stops: ask again. */
export async function holdPostgres(target: HoldTarget): Promise<PostgresHold | null> {
  let client = await connect(target);
  if (!client) return null;
  const over = new AbortController();

  // A connection that crashes takes all others with it, and the server goes on: without this, the next to leave would stop it under us.
  async function regain(): Promise<void> {
    client = null;
    while (!over.signal.aborted && !client) {
      await sleep(BETWEEN_TRIES, undefined, { ref: false, signal: over.signal }).catch(() => {});
      client = await connect(target).catch(() => null);
    }
    client?.once('end', watch);
  }
  let regaining: Promise<void> | undefined;
  const watch = () => {
    if (!over.signal.aborted) regaining = regain();
  };
  client.once('end', watch);

  return {
    async release() {
      over.abort();
      await regaining;
      client ??= await connect(target).catch(() => null); // Whoever listens there now is not the server that we held.
      client?.ref();
      return client !== null && letGo(client);
    },
    end: async () => client?.end(),
  };
}

async function connect({ port, password, dataFolder }: HoldTarget): Promise<Client | null> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password,
    ssl: false,
    application_name: 'nhip-cau: in use',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // Its end follows, and is attended to.

  try {
    await client.connect();
    await checkFolder(client, dataFolder);
    // Waits while the last user is stopping the server, which then ends this connection.
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
    await ensureDatabase(client, password);
  } catch (error) {
    await client.end().catch(() => {});
    if (isPassing(error)) return null;
    if (errorCode(error) !== '28P01') throw error;
    throw new PostgresUnavailable(
      `The server at port ${port} does not accept the password in ${dataFolder}. Put the right one there, or stop the server.`,
    );
  }
  client.unref(); // A process may end without letting go.
  return client;
}

async function letGo(client: Client): Promise<boolean> {
  try {
    const { rows } = await client.query<{ last: boolean }>(
      'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last',
      [IN_USE],
    );
    return rows[0]?.last === true;
  } catch (error) {
    if (isPassing(error)) return false; // It is stopping already.
    throw error;
  }
}

async function checkFolder(client: Client, dataFolder: string): Promise<void> {
  const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
  const folder = rows[0]?.folder ?? '';
  if (resolve(folder) === resolve(dataFolder)) return;
  throw new PostgresUnavailable(
    `The server at port ${client.port} keeps its data in ${folder}, not in ${dataFolder}. Stop it, or remove ${dataFolder}/postmaster.pid.`,
  );
}

function isPassing(error: unknown): boolean {
  const code = errorCode(error);
  return code === ''
    ? /Connection terminated|not queryable|timeout expired/.test(String(error))
    : PASSING.includes(code);
}
