import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock.js';
import type { Context } from '../graphql/context.js';
import type { Scope } from '../partners/scope.js';
import { type Actor, actorOf, requireScope } from './actor.js';
import { closeEntry, openEntry } from './write-audit-entry.js';

/** Where somebody acts. */
export interface Desk {
  db: EntityManager;
  clock: Clock;
  actor: Actor;
}

/** What somebody is about to do. */
export interface Action {
  /** As the mutation is called: `setEmbargo`. */
  name: string;
  scope: Extract<Scope, 'desk' | 'admin' | 'read'>;
  /** What the client made once for this intent: 1 to 200 characters; null for none. */
  clientKey: string | null;
  /** Everything that says what is to be done, as JSON takes it: kept, long texts cut short, and nothing secret in it. */
  input: unknown;
}

/** What was done: a result that is kept as JSON, so nothing secret is in it, and the global ids of what it was done to. */
export interface Done<Result> {
  result: Result;
  subjects: string[];
}

/**
 * Does something once, and writes down who did it: the work, its changes and the audit entry are one transaction. The same
 * client key of the same actor with the same input gives the first result again and does nothing, also when both come at
 * one time. Throws a Refusal: FORBIDDEN without the scope, CONFLICT for a client key that was used for something else; what
 * the work refuses leaves no trace, and may be tried again with the same key.
 */
export async function act<Result>(
  { db, clock, actor }: Desk,
  action: Action,
  work: (db: EntityManager, now: Date) => Promise<Done<Result>>,
): Promise<Result> {
  requireScope(actor, action.scope);
  const now = clock();

  return db.transaction(async transaction => {
    const entry = await openEntry(transaction, actor, action, now);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same action wrote it, as JSON
    if (entry.former) return entry.former.result as Result;
    const done = await work(transaction, now);
    await closeEntry(transaction, entry.id, done);
    return done.result;
  });
}

/** The desk of a request. Throws a Refusal (UNAUTHENTICATED) for a visitor. */
export function deskOf({ db, now, reader }: Context): Desk {
  return { db, clock: () => now, actor: actorOf(reader) };
}
