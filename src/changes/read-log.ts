import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import type { ChangeKind } from './change.js';
import type { StateFacts } from './may-have.js';
import { reviveFacts, stateFacts, type StoredFacts } from './state-facts.js';

/** A row of the log: the article as the change left it and as it was before; null where it is about no article, or there was none. */
export interface LogRow {
  revision: number;
  happenedAt: Date;
  kind: ChangeKind;
  articleKey: number | null;
  before: StateFacts | null;
  after: StateFacts | null;
}

/** Reads at most `most` changes behind a revision, up to another, in order. Texts are asked of PostgreSQL, since words are kept there. */
export async function readLog(
  db: EntityManager,
  { after, last }: { after: number; last: number },
  texts: string[],
  most: number,
): Promise<LogRow[]> {
  const which = sql`change.revision > ${after} and change.revision <= ${last} order by change.revision limit ${raw(String(most))}`;
  return logRows(db, which, texts);
}

/** Reads some changes by their revisions, in order. */
export async function readRevisions(db: EntityManager, revisions: number[], texts: string[]): Promise<LogRow[]> {
  return logRows(db, sql`change.revision = any(${revisions}::bigint[]) order by change.revision`, texts);
}

async function logRows(db: EntityManager, which: Sql, texts: string[]): Promise<LogRow[]> {
  const rows = await rowsOf<Stored<LogRow>>(
    db,
    sql`select change.revision, change.happened_at as "happenedAt", change.kind, change.article_id as "articleKey",
        ${stateFacts('state', texts)} as after, ${stateFacts('former', texts)} as before
      from change
      left join article_state state on state.article_id = change.article_id and state.revision = change.revision
      left join lateral (
        select * from article_state earlier
        where earlier.article_id = change.article_id and earlier.revision < change.revision
        order by earlier.revision desc limit 1
      ) former on true
      where ${which}`,
  );
  return rows.map(revive);
}

/** The same, of a run: for each article that has changed behind `base`, its last change up to `head`, and how it was at `base`. */
export async function readRun(
  db: EntityManager,
  { base, head, revision }: { base: number; head: number; revision: number },
  texts: string[],
  most: number,
): Promise<LogRow[]> {
  const rows = await rowsOf<Stored<LogRow>>(
    db,
    sql`select change.revision, change.happened_at as "happenedAt", change.article_id as "articleKey",
        case when change.kind not in ('withdrawn', 'expired') and exists (
          select from change correction where correction.article_id = change.article_id and correction.kind = 'corrected'
            and correction.revision > ${base} and correction.revision <= change.revision
        ) then 'corrected' else change.kind end as kind,
        ${stateFacts('state', texts)} as after, ${stateFacts('former', texts)} as before
      from change
      join article_state state on state.article_id = change.article_id and state.revision = change.revision
      left join lateral (
        select * from article_state earlier
        where earlier.article_id = change.article_id and earlier.revision <= ${base}
        order by earlier.revision desc limit 1
      ) former on true
      where change.revision > ${revision} and change.revision <= ${head}
        and not exists (
          select from article_state later
          where later.article_id = change.article_id and later.revision > change.revision and later.revision <= ${head})
      order by change.revision limit ${raw(String(most))}`,
  );
  return rows.map(revive);
}

/** An article as it was at a revision, for a full copy. */
export interface CopyRow {
  articleKey: number;
  happenedAt: Date;
  state: StateFacts;
}

/** Reads at most `most` articles as they were at a revision, from below a key down. */
export async function readCopy(
  db: EntityManager,
  { revision, articleKey }: { revision: number; articleKey: number | null },
  texts: string[],
  most: number,
): Promise<CopyRow[]> {
  const rows = await rowsOf<{ articleKey: number; happenedAt: Date; state: StoredFacts }>(
    db,
    sql`select state.article_id as "articleKey", state.happened_at as "happenedAt", ${stateFacts('state', texts)} as state
      from (
        select distinct on (article_id) * from article_state
        where revision <= ${revision} ${articleKey === null ? sql`` : sql`and article_id < ${articleKey}`}
        order by article_id desc, revision desc limit ${raw(String(most))}
      ) state order by state.article_id desc`,
  );
  return rows.map(({ state, ...row }) => ({ ...row, state: reviveFacts(state) }));
}

type Stored<Row> = Omit<Row, 'before' | 'after'> & { before: StoredFacts | null; after: StoredFacts | null };

function revive({ before, after, ...row }: Stored<LogRow>): LogRow {
  return { ...row, before: before && reviveFacts(before), after: after && reviveFacts(after) };
}
