import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ChangeKind } from '../changes/change.js';
import type { Clock } from '../clock.js';
import type { ReferenceKeeper } from '../content/reference-keeper.js';
import { preparedRowsOf } from '../database/sql.js';
import { shareReads } from './share-reads.js';

/** How things stood at a moment after a request came in. What was answered at the same revision, within these times, is right still. */
export interface Fence {
  revision: number;
  /** When the next embargo, article or delay of a licence ends by itself; null where none is to. */
  until: Date | null;
  /** The latest time that a change in the log carries, as far as this process has read it. */
  latest: Date;
}

/** What the reference data is made of, beside languages: changes of these kinds make it another. */
const REFERENCE_KINDS = [ChangeKind.TOPIC, ChangeKind.EVENT, ChangeKind.SOURCE, ChangeKind.LICENCE];

/** Changes that a process looks back on when it starts, for clocks ahead of its own. */
const LOOK_BACK = 1_000;

interface Row {
  revision: number;
  until: Date | null;
  languages: number;
  renamed: boolean | null;
  latest: Date | null;
}

/**
 * Reads fences: one statement, shared by all the requests that wait for one. Reference data that has changed is read again
 * before the fence is given, so that what is asked behind it is answered by nothing older. Gives null where the database cannot
 * say: then nothing kept may be used, and nothing kept.
 */
export function readFences(db: EntityManager, keeper: ReferenceKeeper, clock: Clock): () => Promise<Fence | null> {
  let seen: number | null = null;
  let latest = new Date(0);

  async function read(): Promise<Fence | null> {
    try {
      const [row] = await preparedRowsOf<Row>(db, fenceAt(clock(), seen));
      if (!row) return null;
      const isBehind = seen === null || row.renamed || row.languages !== keeper.current().languages.length;
      if (isBehind) await keeper.refresh();
      seen = row.revision;
      if (row.latest && row.latest > latest) latest = row.latest;
      return { revision: row.revision, until: row.until, latest };
    } catch {
      return null; // Whoever asks will be told by their own statements what is wrong.
    }
  }
  return shareReads(read);
}

/** Four probes of indexes, all of one moment; of the log only what is new. */
const fenceAt = (now: Date, seen: number | null) => sql`
  select revision.number as revision, news.renamed, news.latest,
    (select min(due_at) from due_change where due_at > ${now}) as until,
    (select count(*)::int from language) as languages
  from revision, lateral (
    select bool_or(change.kind = any(${REFERENCE_KINDS}::text[])) as renamed, max(change.happened_at) as latest from change
    where change.revision > coalesce(${seen}::bigint, revision.number - ${LOOK_BACK}::int)
  ) news`;
