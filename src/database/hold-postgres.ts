import { Socket } from 'node:net';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { errorCode } from './error-code.js';
import { ensureDatabase } from './ensure-database.js';
import { PostgresUnavailable } from './postgres-unavailable.js';

/** A connection that says "somebody uses this server" for as long as the process lives, however it ends. */
export interface PostgresHold {
  /** Lets go. True when nobody else holds the server: then nobody can until it has stopped, and the caller must stop it. */
  release(): Promise<boolean>;
  end(): Promise<void>;
}

/** Any number that nothing else locks in the database "postgres". */
const IN_USE = 20_180_001;

/** cannot_connect_now, admin_shutdown, crash_shutdown (PostgreSQL, Appendix A), or nobody there: the server starts, or stops. */
const PASSING = ['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/** Takes part in the use of the server in that data folder. Null while it starts or stops: ask again. */
export async function holdPostgres(port: number, password: string, dataFolder: string): Promise<PostgresHold | null> {
  const socket = new Socket();
  const client = new Client({
    stream: () => socket,
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password,
    application_name: 'nhip-cau: in use',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => {}); // When the server ends before we do, whoever queries it next hears of it.

  try {
    await client.connect();
    await checkFolder(client, dataFolder);
    // Waits while the last user is stopping the server, which then ends this connection.
    await client.query('select pg_advisory_lock_shared($1)', [IN_USE]);
    await ensureDatabase(client, password);
  } catch (error) {
    await client.end().catch(() => {});
    if (isPassing(error)) return null;
    throw error;
  }
  socket.unref(); // Nobody has to let go for the process to be able to end.
  return { release: () => release(client, socket), end: () => client.end() };
}

async function release(client: Client, socket: Socket): Promise<boolean> {
  socket.ref();
  const { rows } = await client.query<{ last: boolean }>(
    `select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last`,
    [IN_USE],
  );
  return rows[0]?.last === true;
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
    ? error instanceof Error && error.message.startsWith('Connection terminated')
    : PASSING.includes(code);
}
