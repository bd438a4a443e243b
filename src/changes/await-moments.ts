import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/insert-rows.js';
import { ChangeKind } from './change.js';

/** An article that was just written, and the moments at which time will change it: ISO 8601, or 'infinity' for never. */
export interface TimedArticle {
  id: number;
  embargoedUntil: string | null;
  expiresAt: string | null;
}

/** Writes down what time will make of articles, in place of what was written down before. Call it once their rows are locked. */
export async function awaitMoments(db: EntityManager, articles: TimedArticle[], now: Date): Promise<void> {
  if (articles.length === 0) return;
  await db.query('delete from due_change where article_id = any($1::bigint[])', [articles.map(({ id }) => id)]);

  const lies = (moment: string | null): moment is string =>
    moment !== null && moment !== 'infinity' && Date.parse(moment) > now.getTime();
  const rows = articles.flatMap(({ id, embargoedUntil, expiresAt }) => [
    ...(lies(embargoedUntil) ? [{ article_id: id, kind: ChangeKind.EMBARGO_LIFTED, due_at: embargoedUntil }] : []),
    ...(lies(expiresAt) ? [{ article_id: id, kind: ChangeKind.EXPIRED, due_at: expiresAt }] : []),
  ]);
  await insertRows(db, 'due_change', rows);
}
