import type { Context } from '../graphql/context.js';
import { Refusal } from '../refusal.js';
import { type ChangePlace, standOf } from './change-cursor.js';

const DEFAULT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Refuses a cursor behind which changes lie that are older than what is kept (CURSOR_EXPIRED), and one from beyond the log. */
export async function checkRetention(place: ChangePlace, head: number, { db, now, watch }: Context): Promise<void> {
  const stood = standOf(place);
  if (Math.max(stood, place.revision) > head) {
    const message = 'after is a cursor of another gateway: give null for a full copy.';
    throw new Refusal('BAD_USER_INPUT', message, { argument: 'after' });
  }
  const [next] = await db.query<{ happenedAt: Date }[]>(
    'select happened_at as "happenedAt" from change where revision > $1 order by revision limit 1',
    [stood],
  );
  const days = watch?.retentionDays ?? DEFAULT_DAYS;
  if (!next || now.getTime() - next.happenedAt.getTime() <= days * DAY_MS) return;

  const message = `What came behind this cursor is more than ${days} days old: take a full copy with after: null, and delete what you have that is not in it.`;
  throw new Refusal('CURSOR_EXPIRED', message, { argument: 'after', days });
}
