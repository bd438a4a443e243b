import { Duration as LuxonDuration } from 'luxon';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArgsType, Field, Int } from 'type-graphql';
import { ArticleFilter } from '../content/article-filter.js';
import { readSelection } from '../content/selection.js';
import type { Context } from '../graphql/context.js';
import { createLoad } from '../graphql/loader.js';
import { Duration } from '../graphql/scalars.js';
import { Refusal } from '../refusal.js';
import type { ChangeConnection } from './article-change.js';
import { type ChangePlace, cursorOwner, readChangeCursor, standOf, writeChangeCursor } from './change-cursor.js';
import { checkRetention } from './check-retention.js';
import { connectChanges } from './connect-changes.js';
import { type ChangePage, headOfLog, pageOfChanges } from './page-changes.js';
import { readEntitlements } from './read-entitlements.js';
import type { ChangeReading } from './read-steps.js';
import { redeliverWithdrawals } from './redeliver-withdrawals.js';
import { refuseMovingSpans } from './refuse-moving-spans.js';
import { renewReader } from './renew-reader.js';
import { selectLicences } from './select-licences.js';
import { readTold, writeTold } from './told-cursor.js';

@ArgsType()
export class ChangeListArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The endCursor of the page before; null begins with everything that you may have.',
  })
  after?: string | null;

  @Field(() => ArticleFilter, {
    nullable: true,
    description: 'Which articles; all that you may have, when left out. A cursor goes with its filter.',
  })
  filter?: ArticleFilter | null;

  @Field(() => Int, { defaultValue: 100, description: 'How many, at most 500.' })
  first!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to skip what a later change of the same article has overtaken already.',
  })
  latestOnly!: boolean;

  @Field(() => Duration, {
    nullable: true,
    description:
      'How long to wait for a change when there is none, at most "PT25S"; without it the answer comes at once.',
  })
  wait?: string | null;
}

const LARGEST_PAGE = 500;
const LONGEST_WAIT_MS = 25_000;

/** Milliseconds after which a waiting request looks for itself: a notification is a hint that may be lost. */
const LOOK_AGAIN_MS = 2_000;

/** A page of changes by its arguments, waited for if need be. Refuses with BAD_USER_INPUT and CURSOR_EXPIRED. */
export async function listChanges(args: ChangeListArgs, context: Context): Promise<ChangeConnection> {
  const { reference, now, reader } = context;
  const { filter, first, latestOnly } = args;
  if (first < 1 || first > LARGEST_PAGE) {
    throw new Refusal('BAD_USER_INPUT', `first is ${first}: ask for 1 to ${LARGEST_PAGE}.`, { argument: 'first' });
  }
  refuseMovingSpans(filter);
  const wanted = { selection: readSelection(filter, reference, now), first, latestOnly };
  const waitMs = readWait(args.wait);
  const owner = cursorOwner(filter, reader);
  const before = args.after == null ? { cursor: null, told: null } : readTold(args.after);
  const place = await placeOf(before.cursor, owner, context);
  const again = await redeliverWithdrawals(place, before.told, wanted.selection, context);

  const page = await waitedFor(wanted, place, again.length > 0 ? 0 : waitMs, context);
  // A change is known by now to have happened, whatever this machine's clock says: its article is to be had from then on.
  if (page.latest && page.latest > context.now) context.now = page.latest;
  // Its articles are loaded by what the answer has learnt: what a loader of before said no to would be lost to the mirror for good.
  if (page.found.length > 0) context.load = createLoad(context);
  const found = [...again.map(change => ({ change, place })), ...page.found];
  const told = again.length > 0 ? now : before.told;
  return connectChanges(
    { ...page, found },
    its => writeTold({ cursor: writeChangeCursor(its, owner), told }),
    args.after,
  );
}

async function placeOf(after: string | null | undefined, owner: string, context: Context): Promise<ChangePlace> {
  const head = await headOfLog(context.db);
  if (after == null) return { phase: 'copy', revision: head, articleKey: null };

  const place = readChangeCursor(after, owner);
  await checkRetention(place, head, context);
  return place;
}

/** What is asked for. */
type Wanted = Pick<ChangeReading, 'selection' | 'first' | 'latestOnly'>;

async function waitedFor(wanted: Wanted, from: ChangePlace, waitMs: number, context: Context): Promise<ChangePage> {
  const { watch, deadline } = context;
  if (waitMs > 0) deadline.allowTime(waitMs);
  const ended = new AbortController();
  let over = waitMs === 0;
  const timer = sleep(waitMs, undefined, { signal: ended.signal }).then(
    () => (over = true),
    () => {},
  );
  try {
    for (let place = from; ;) {
      const next = watch?.next() ?? timer;
      const page = await pageFrom(wanted, place, context);
      if (page.found.length > 0 || page.more || over || watch?.closed()) return page;

      place = page.place;
      const again = AbortSignal.any([ended.signal, deadline.signal]);
      await Promise.race([next, timer, sleep(LOOK_AGAIN_MS, undefined, { signal: again })]);
      deadline.throwIfOver();
    }
  } finally {
    ended.abort();
  }
}

/** A page by what the reader was let have at each of its revisions, whatever this process has heard of that. */
async function pageFrom(wanted: Wanted, place: ChangePlace, context: Context): Promise<ChangePage> {
  const { db, reader, now } = context;
  const entitlements = await readEntitlements(db, reader, standOf(place), now);
  const { history } = entitlements;
  const page = await pageOfChanges({ ...wanted, db, history, ...(await selectLicences(history, context)) }, place);
  if (page.found.length > 0) await renewReader(context, entitlements);
  return page;
}

function readWait(wait: string | null | undefined): number {
  if (wait == null) return 0;
  const ms = LuxonDuration.fromISO(wait).toMillis();
  if (ms >= 0 && ms <= LONGEST_WAIT_MS) return ms;
  throw new Refusal('BAD_USER_INPUT', `wait is ${wait}: wait at most "PT25S", and ask again.`, { argument: 'wait' });
}
