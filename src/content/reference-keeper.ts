import type { DataSource } from 'typeorm';
import { listen } from '../database/listen.js';
import { loadReference, type Reference } from './reference.js';

/** Heard on this channel after a commit that changed topics, events, sources or languages. */
export const REFERENCE_CHANNEL = 'nhip_cau_reference';

/** The reference data of this process, kept up to date. */
export interface ReferenceKeeper {
  current: () => Reference;
  /** Reads it anew: for a process that has just changed it, and would hear of that a moment too late. */
  refresh: () => Promise<void>;
  close: () => Promise<void>;
}

/** Loads the reference data, and again whenever any process says that it has changed, or after the connection was lost. */
export async function keepReference(dataSource: DataSource, url: string): Promise<ReferenceKeeper> {
  let current!: Reference; // Read for the first time when the connection to listen on is there: see listen.
  let loading: Promise<void> | null = null;
  let stale = false;

  async function reload(): Promise<void> {
    do {
      stale = false;
      current = await loadReference(dataSource.manager);
    } while (stale);
  }
  function refresh(): Promise<void> {
    stale = true;
    loading ??= reload().finally(() => (loading = null));
    return loading;
  }
  const listener = await listen(url, REFERENCE_CHANNEL, refresh);
  return {
    current: () => current,
    refresh,
    close: async () => {
      await listener.close();
      await loading;
    },
  };
}
