import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface Listener {
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Calls `heard` at every notification on a channel, and once after each connection: whatever was said while there was none
 * is not said again. A lost connection is made anew for as long as it takes; `heard` may fail, and is called again then.
 */
export async function listen(url: string, channel: string, heard: () => Promise<void>): Promise<Listener> {
  const closed = new AbortController();
  let client: Client | null = null;

  async function connect(): Promise<void> {
    const fresh = new Client({ connectionString: url, keepAlive: true, application_name: 'nhip-cau listen' });
    fresh.on('error', () => {}); // Its end is heard below, whatever the reason.
    await fresh.connect();
    client = fresh;
    fresh.once('end', () => void reconnect());
    fresh.on('notification', () => void heard().catch(() => fresh.end()));
    await fresh.query(`listen ${channel}`);
    await heard();
  }
  async function reconnect(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !closed.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { signal: closed.signal }).catch(() => {});
      if (closed.signal.aborted) return;
      try {
        await connect();
        return;
      } catch {
        client?.removeAllListeners('end');
        await client?.end().catch(() => {});
      }
    }
  }
  await connect();
  return {
    async close() {
      closed.abort();
      await client?.end().catch(() => {});
    },
  };
}
