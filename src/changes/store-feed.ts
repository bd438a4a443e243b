import sql from 'sql-template-tag';
import { IsNull, type EntityManager } from 'typeorm';
import { announceReference } from '../content/announce-reference.js';
import { keptFilter } from '../content/kept-filter.js';
import type { Names } from '../content/topic.js';
import { rowsOf } from '../database/sql.js';
import { SavedFeed } from '../content/saved-feed.js';
import { Refusal } from '../refusal.js';
import { ChangeKind } from './change.js';
import { recordChanges } from './record-changes.js';

/** A feed as somebody keeps it. */
export type FeedTerms = Omit<SavedFeed, 'id'>;

/** Feeds that a partner may keep, and that the desk may keep for everybody: every process holds them in memory. */
const MOST_FEEDS = { own: 100, everybodys: 1_000 };

const MOST_LANGUAGES = 50;

/**
 * Keeps a feed, or changes the one of that slug; gives its key. One that is so already takes no
 * revision. Call it in a transaction. Refuses a selection that cannot be read, and one feed too many.
 */
export async function storeFeed(db: EntityManager, terms: FeedTerms, now: Date): Promise<number> {
  const { partnerId, slug, names, descriptions } = terms;
  for (const texts of [names, descriptions]) refuseTooManyLanguages(texts);
  const filter = await keptFilter(db, terms.filter, now);
  if (!(await keptFeed(db, terms))) await refuseOneTooMany(db, partnerId);
  const [inNames, inDescriptions, inFilter] = [names, descriptions, filter].map(part => JSON.stringify(part));
  // Two may keep a new one at one time: the second changes what the first has kept.
  const [changed] = await rowsOf<Pick<SavedFeed, 'id'>>(
    db,
    sql`insert into saved_feed as kept (partner_id, slug, names, descriptions, filter)
      values (${partnerId}, ${slug}, ${inNames}::jsonb, ${inDescriptions}::jsonb, ${inFilter}::jsonb)
      on conflict (partner_id, slug) do update
        set names = excluded.names, descriptions = excluded.descriptions, filter = excluded.filter
        where (kept.names, kept.descriptions, kept.filter) is distinct from (excluded.names, excluded.descriptions, excluded.filter)
      returning id`,
  );
  if (!changed) return (await keptFeed(db, terms))!.id;
  await tell(db, changed.id, now);
  return changed.id;
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

function refuseTooManyLanguages(texts: Names): void {
  const { length } = Object.keys(texts);
  if (length <= MOST_LANGUAGES) return;
  throw new Refusal('BAD_USER_INPUT', `A feed is told in ${length} languages: at most ${MOST_LANGUAGES} are kept.`);
}
