import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database/sql.js';
import { recordChanges } from './record-changes.js';
import type { Release } from './release.js';

/**
 * Records as changes the embargoes that have lifted and the articles that have expired by a moment, the earliest first, at
 * most so many. To be called in a transaction. What another process is recording, or writing, is left to it. Gives how many
 * have come to their end, those of withdrawn articles among them, of which there is nothing to tell.
 */
export async function recordReleases(db: EntityManager, now: Date, most: number): Promise<number> {
  const due = await rowsOf<Pick<Release, 'articleId' | 'kind'> & { version: number; withdrawn: boolean }>(
    db,
    sql`select release.article_id as "articleId", release.kind, article.version,
        article.status = 'withdrawn' as withdrawn
      from release join article on article.id = release.article_id
      where release.due_at <= ${now}
      order by release.due_at, release.article_id, release.kind
      limit ${most}::int
      for update skip locked`,
  );
  if (due.length === 0) return 0;
  await rowsOf(
    db,
    sql`delete from release using unnest(${due.map(({ articleId }) => articleId)}::bigint[],
        ${due.map(({ kind }) => kind)}::text[]) as recorded (article_id, kind)
      where release.article_id = recorded.article_id and release.kind = recorded.kind`,
  );
  const told = due.filter(({ withdrawn }) => !withdrawn);
  await recordChanges(
    db,
    told.map(({ articleId, kind, version }) => ({ articleId, kind, version })),
    now,
  );
  return due.length;
}
