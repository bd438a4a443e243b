import { quotaInMemory } from './quota-in-memory.js';
import type { QuotaStore } from './quota-store.js';

/**
 * A store whose being away takes nobody's answers away: until it is back, this process counts by itself, from nothing.
 *
 * @param onAway Told when it cannot be used, the first time in a row.
 */
export function insureQuota(store: QuotaStore, onAway: (error: unknown) => void): QuotaStore {
  const memory = quotaInMemory();
  let isAway = false;
  const away = (error: unknown): void => {
    if (!isAway) onAway(error);
    isAway = true;
  };
  return {
    async take(...asked) {
      try {
        const spending = await store.take(...asked);
        isAway = false;
        const giveBack = (points: number): Promise<void> => spending.giveBack(points).catch(away);
        return { ...spending, giveBack };
      } catch (error) {
        away(error);
        return memory.take(...asked);
      }
    },
    close: () => store.close().catch(away),
  };
}
