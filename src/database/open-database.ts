import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** A PostgreSQL to work with, and the way to let go of it. */
export interface Database {
  url: string;
  /** What it is, for people: its folder, or its address without the password. */
  description: string;
  close: () => Promise<void>;
}

export interface DatabaseChoice {
  /** A PostgreSQL of somebody's own; without it the embedded one is attached to or started. */
  DATABASE_URL?: string | undefined;
  DATA_DIR: string;
}

/** The database that the settings name. Throws PostgresUnavailable when the embedded one cannot be had. */
export async function openDatabase(
  choice: DatabaseChoice,
  onProgress: (line: string) => void = () => {},
): Promise<Database> {
  if (choice.DATABASE_URL) {
    const { host, pathname } = new URL(choice.DATABASE_URL);
    return { url: choice.DATABASE_URL, description: `PostgreSQL at ${host}${pathname}`, close: async () => {} };
  }
  const postgres = await startEmbeddedPostgres(choice.DATA_DIR, { onProgress });
  return { url: postgres.url, description: `PostgreSQL in ${choice.DATA_DIR}`, close: () => postgres.stop() };
}
