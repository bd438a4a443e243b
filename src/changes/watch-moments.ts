import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import { recordDueChanges } from './record-due-changes.js';

/** What looks out for the changes that time makes. */
export interface MomentWatch {
  /** Finishes the look under way. May be called again. */
  close: () => Promise<void>;
}

/** Milliseconds between two looks: an embargo is told to be over within a second. */
const PAUSE_MS = 400;

/** Records the ends of embargoes and the expiries when they come. Any number of processes may do so; a lost database is waited out. */
export function watchMoments(dataSource: DataSource, clock: Clock, warn: (error: unknown) => void): MomentWatch {
  const closing = new AbortController();
  let failing = false;

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await recordDueChanges(dataSource, clock());
        failing = false;
      } catch (error) {
        if (!failing) warn(error); // Once, and not twice a second for as long as the database is away.
        failing = true;
      }
      await sleep(PAUSE_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
  }
  const running = run();
  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
