import { Refusal } from '../../refusal.js';

/** @throws Refusal PAYLOAD_TOO_LARGE where a feed has more items than we read. */
export function refuseTooManyItems(items: readonly unknown[], most: number): void {
  if (items.length <= most) return;
  throw new Refusal(
    'PAYLOAD_TOO_LARGE',
    `The feed has ${items.length} items; at most ${most} are read. Split it into smaller files.`,
  );
}
