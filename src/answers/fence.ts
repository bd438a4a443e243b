import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ChangeKind } from '../changes/change.js';
import type { Clock } from '../clock.js';
import type { ReferenceKeeper } from '../content/reference-keeper.js';
import { shareReads } from '../database/share-reads.js';
import { preparedRowsOf } from '../database/sql.js';
import { type HeldKey, heldKeys, readKeys } from '../partners/find-key.js';

/** How things stood at a moment after a request came in. What was answered at the same revision, within these times, is right still. */
export interface Fence {
  revision: number;
  /** When the next embargo, article or delay of a licence ends by itself; null where none is to. */
  until: Date | null;
  /** The latest time that a change in the log carries, as far as this process has read it. */
  latest: Date;
}

/** What every request begins with: how things stand, and the keys of those who have come together, by their prefixes. */
export interface Arrival {
  fence: Fence;
  keys: ReadonlyMap<string, HeldKey>;
}

/** Gives null where the database cannot say: then nothing kept may be used, and nothing kept. */
export type ReadArrival = (prefix: string | null) => Promise<Arrival | null>;

/** What the reference data is made of, beside languages: changes of these kinds make it another. */
const REFERENCE_KINDS = [ChangeKind.TOPIC, ChangeKind.EVENT, ChangeKind.SOURCE, ChangeKind.LICENCE, ChangeKind.FEED];

/** Changes that a process looks back on, at most: when it starts, for clocks ahead of its own; and after a long time without a request. */
const LOOK_BACK = 1_000;
const LIMIT = raw(String(LOOK_BACK));

interface Row extends Record<string, unknown> {
  revision: number;
  until: Date | null;
  languages: number;
  renamed: boolean | null;
  latest: Date | null;
}

/**
 * Reads fences, and the keys that are sent, each time anew: a revocation or suspension holds on every process from its commit on. One statement
 * is shared by all the requests that wait for one. Reference data that has changed is read again before the fence is given, so that
 * what is asked behind it is answered by nothing older.
 */
export function readArrivals(db: EntityManager, keeper: ReferenceKeeper, clock: Clock): ReadArrival {
  const { columns, keysIn } = readKeys(db);
  let seen: number | null = null;
  let latest = new Date(0);

  return shareReads(async (prefixes: string[]) => {
    try {
      const rows = await preparedRowsOf<Row>(db, arrival(fenceAt(clock(), seen), columns, prefixes));
      const [row] = rows;
      if (!row) return null;
      const isBehind = seen === null || row.renamed || row.languages !== keeper.current().languages.length;
      if (isBehind) await keeper.refresh();
      seen = row.revision;
      if (row.latest && row.latest > latest) latest = row.latest;
      return { fence: { revision: row.revision, until: row.until, latest }, keys: keysIn(rows) };
    } catch {
      return null; // Whoever asks will be told by their own statements what is wrong.
    }
  });
}

/** A row for each key, or one without. */
function arrival(fence: Sql, columns: Sql, prefixes: string[]): Sql {
  return sql`select fence.*, ${columns} from (${fence}) fence left join (${heldKeys(prefixes)}) on true`;
}

/** Four probes of indexes, all of one moment; of the log only what is new. Planned alike for all values, which PostgreSQL would not see from them. */
const fenceAt = (now: Date, seen: number | null) => sql`
  select revision.number as revision, news.renamed or news.count = ${LIMIT} as renamed, news.latest,
    (select min(due_at) from due_change where due_at > ${now}) as until,
    (select count(*)::int from language) as languages
  from revision, lateral (
    select bool_or(kind = any(${REFERENCE_KINDS}::text[])) as renamed, max(happened_at) as latest, count(*) as count
    from (select kind, happened_at from change where change.revision > coalesce(${seen}::bigint, 0)
      order by change.revision desc limit ${LIMIT}) new
  ) news`;
