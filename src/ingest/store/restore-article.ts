import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { awaitMoments } from '../../changes/await-moments.js';
import { ChangeKind } from '../../changes/change.js';
import { noteRestorations } from '../../changes/note-withdrawals.js';
import { recordChanges } from '../../changes/record-changes.js';
import { WithdrawalReason } from '../../changes/withdrawal.js';
import { ArticleStatus } from '../../content/article.js';
import { rowsOf } from '../../database/sql.js';
import { Refusal } from '../../refusal.js';
import { holdArticle } from './hold-article.js';
import { keepVersions } from './write-articles.js';

/**
 * Lets an article that the desk has withdrawn be read again, as it was. Call it in a transaction, last. Refuses with NOT_FOUND,
 * and with CONFLICT an article that is not withdrawn, has another version, or was withdrawn by its source: that one comes back
 * when its source sends it again, since what the source sent last is no article.
 */
export async function restoreArticle(
  db: EntityManager,
  { articleId, expectedVersion }: { articleId: number; expectedVersion: number | null },
  now: Date,
): Promise<{ version: number }> {
  const article = await holdArticle(db, articleId, expectedVersion);
  const { embargoedUntil, expiresAt } = article;
  const conflict = (message: string): Refusal => new Refusal('CONFLICT', message, { version: article.version });
  if (article.status !== ArticleStatus.WITHDRAWN) throw conflict('The article is not withdrawn.');
  const [withdrawal] = await rowsOf<{ reason: WithdrawalReason }>(
    db,
    sql`select reason from withdrawal where article_id = ${articleId} and restored_at is null`,
  );
  if ((withdrawal?.reason ?? WithdrawalReason.SOURCE) === WithdrawalReason.SOURCE) {
    throw conflict('Its source has withdrawn the article: it comes back when its source sends it again.');
  }

  const version = article.version + 1;
  await noteRestorations(db, [articleId], now);
  await keepVersions(db, [articleId]);
  await rowsOf(
    db,
    sql`update article set status = case when exists (select from correction where article_id = article.id)
        then ${ArticleStatus.CORRECTED} else ${ArticleStatus.PUBLISHED} end, version = ${version}, updated_at = ${now} where id = ${articleId}`,
  );
  await awaitMoments(db, [{ id: articleId, embargoedUntil, expiresAt }], now);
  await recordChanges(db, [{ kind: ChangeKind.RESTORED, articleId, version }], now);
  return { version };
}
