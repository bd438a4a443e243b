import { listen } from '../database/listen.js';
import { CHANGE_CHANNEL } from './record-changes.js';

/** Tells this process's waiting requests that there are changes. */
export interface ChangeWatch {
  /** Days for which a cursor can be gone on from. */
  retentionDays: number;
  /** Seconds after which a withdrawal that is not acknowledged is delivered again. */
  redeliverAfterSeconds: number;
  /** Ends at the next change. Take it before looking, so that no change falls in between. */
  next: () => Promise<void>;
  /** Whether the gateway is about to stop: nobody should wait any longer. */
  closed: () => boolean;
  close: () => Promise<void>;
}

/** Listens for changes on one connection of its own, however many requests wait. */
export async function watchChanges(
  url: string,
  times: Pick<ChangeWatch, 'retentionDays' | 'redeliverAfterSeconds'>,
): Promise<ChangeWatch> {
  const waking: (() => void)[] = [];
  const nextChange = (): Promise<void> => new Promise(resolve => void waking.push(resolve));
  let next = nextChange();
  let closed = false;

  const heard = async (): Promise<void> => {
    const woken = waking.splice(0);
    next = nextChange();
    for (const wake of woken) wake();
  };
  const listener = await listen(url, CHANGE_CHANNEL, heard);
  return {
    ...times,
    next: () => next,
    closed: () => closed,
    close: async () => {
      closed = true;
      await heard();
      await listener.close();
    },
  };
}
