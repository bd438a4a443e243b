import sql from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import type { ChangeKind } from './change.js';
import { recordChanges } from './record-changes.js';
import { recordDueLicences } from './record-due-licences.js';

/** Changes recorded in one transaction: while it lasts, every other writer waits. */
const BATCH = 500;

interface Due {
  articleId: number;
  kind: ChangeKind;
  version: number;
}

/** Records the changes that time has made by now, each once, whoever else does the same. Gives how many. */
export async function recordDueChanges(dataSource: DataSource, now: Date): Promise<number> {
  let recorded = await recordDueLicences(dataSource, now);
  for (let batch = BATCH; batch === BATCH; recorded += batch) {
    batch = await dataSource.transaction(db => recordBatch(db, now));
  }
  return recorded;
}

async function recordBatch(db: EntityManager, now: Date): Promise<number> {
  // Articles first, as every writer locks them, and only those that nobody is about to change.
  const articles = await rowsOf<{ id: number }>(
    db,
    sql`select id from article
      where id in (select article_id from due_change where due_at <= ${now} order by due_at, article_id limit ${BATCH}::int)
      order by id for no key update skip locked`,
  );
  if (articles.length === 0) return 0;
  const due = await rowsOf<Due>(
    db,
    sql`with gone as (
        delete from due_change where due_at <= ${now} and article_id = any(${articles.map(({ id }) => id)}::bigint[])
        returning article_id, kind, due_at
      )
      select gone.article_id as "articleId", gone.kind, article.version
      from gone join article on article.id = gone.article_id
      where article.status <> 'withdrawn'
      order by gone.due_at, gone.article_id, gone.kind`,
  );
  await recordChanges(db, due, now);
  return articles.length;
}
