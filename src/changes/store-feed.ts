import sql from 'sql-template-tag';
import { IsNull, type EntityManager } from 'typeorm';
import { announceReference } from '../content/announce-reference.js';
import { canonicalFilter } from '../content/canonical-filter.js';
import { readFilter } from '../content/read-filter.js';
import { loadReference } from '../content/reference.js';
import { rowsOf } from '../database/sql.js';
import { SavedFeed } from '../content/saved-feed.js';
import { readSelection } from '../content/selection.js';
import { Refusal } from '../refusal.js';
import { ChangeKind } from './change.js';
import { recordChanges } from './record-changes.js';

/** A feed as somebody keeps it. */
export type FeedTerms = Omit<SavedFeed, 'id'>;

/** Feeds that a partner may keep, and that the desk may keep for everybody: every process holds them in memory. */
const MOST_FEEDS = { own: 100, everybodys: 1_000 };

/** Keeps a feed, or changes the one of that slug; gives its key. Call it in a transaction. Refuses a selection that cannot be read, and one feed too many. */
export async function storeFeed(db: EntityManager, terms: FeedTerms, now: Date): Promise<number> {
  const { partnerId, slug } = terms;
  const filter = readFilter(terms.filter);
  readSelection(filter, await loadReference(db), now);
  if (!(await keptFeed(db, { partnerId, slug }))) await refuseOneTooMany(db, partnerId);
  const [names, descriptions, kept] = [terms.names, terms.descriptions, canonicalFilter(filter)].map(part =>
    JSON.stringify(part),
  );
  // Two may keep a new one at one time: the second changes what the first has kept.
  const [feed] = await rowsOf<Pick<SavedFeed, 'id'>>(
    db,
    sql`insert into saved_feed (partner_id, slug, names, descriptions, filter)
      values (${partnerId}, ${slug}, ${names}::jsonb, ${descriptions}::jsonb, ${kept}::jsonb)
      on conflict (partner_id, slug) do update
        set names = excluded.names, descriptions = excluded.descriptions, filter = excluded.filter
      returning id`,
  );
  await tell(db, feed!.id, now);
  return feed!.id;
}

/** Keeps a feed no longer. Call it in a transaction. Refuses one that is not there (NOT_FOUND). */
export async function removeFeed(
  db: EntityManager,
  which: Pick<SavedFeed, 'partnerId' | 'slug'>,
  now: Date,
): Promise<SavedFeed> {
  const feed = await keptFeed(db, which);
  if (!feed) throw new Refusal('NOT_FOUND', `There is no feed "${which.slug}" to remove.`);
  await db.delete(SavedFeed, { id: feed.id });
  await tell(db, feed.id, now);
  return feed;
}

/** The feed of a slug among those of a partner, or among everybody's; null where there is none. */
export function keptFeed(
  db: EntityManager,
  { partnerId, slug }: Pick<SavedFeed, 'partnerId' | 'slug'>,
): Promise<SavedFeed | null> {
  return db.findOneBy(SavedFeed, { partnerId: partnerId ?? IsNull(), slug });
}

async function tell(db: EntityManager, id: number, now: Date): Promise<void> {
  await announceReference(db);
  await recordChanges(db, [{ kind: ChangeKind.FEED, referenceId: id }], now);
}

async function refuseOneTooMany(db: EntityManager, partnerId: number | null): Promise<void> {
  const most = partnerId === null ? MOST_FEEDS.everybodys : MOST_FEEDS.own;
  if ((await db.countBy(SavedFeed, { partnerId: partnerId ?? IsNull() })) < most) return;
  throw new Refusal('BAD_USER_INPUT', `There are ${most} feeds already, and no more are kept: remove one first.`);
}
