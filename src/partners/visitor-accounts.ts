import { createHash, randomBytes } from 'node:crypto';
import { DAY_MS } from './quota-store.js';

/** How many visitors of a day have an account of their own, and how many accounts the rest of them share. */
export interface VisitorAccounts {
  own: number;
  shared: number;
}

/**
 * Bounds how many visitors are counted. Who comes first in a day has an account of their own, and keeps it for the day: nobody's is
 * dropped for another, or a crowd of addresses could wipe out what one of them has spent. Once all are given away, new visitors share accounts,
 * each always the same one; which, is told by a secret of this process, so that nobody can choose whom to share with.
 */
export function visitorAccounts({ own, shared }: VisitorAccounts): (visitor: string, now: Date) => string {
  const secret = randomBytes(16);
  // In the order in which they end.
  const endsAt = new Map<string, number>();

  return (visitor, now) => {
    for (const [oldest, end] of endsAt) {
      if (end > now.getTime()) break;
      endsAt.delete(oldest);
    }
    if (endsAt.has(visitor)) return visitor;
    if (endsAt.size < own) {
      endsAt.set(visitor, now.getTime() + DAY_MS);
      return visitor;
    }
    const hash = createHash('sha256').update(secret).update(visitor).digest();
    return `visitors ${hash.readUInt32BE() % shared}`;
  };
}
