import { isDeepStrictEqual } from 'node:util';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { ChangeKind } from '../../changes/change.js';
import { recordChanges } from '../../changes/record-changes.js';
import type { ArticleRights } from '../../content/article-rights.js';
import { rowsOf } from '../../database/sql.js';
import { holdArticle } from './hold-article.js';
import { pinRights } from './pin-article.js';
import { keepVersions } from './write-articles.js';

/**
 * Says what an article itself allows, in place of what was said before; what its source sends later leaves it alone. Another
 * version, unless nothing is new: who may not have it any more by its territories is told so by changes. Call it in a
 * transaction, last. Refuses with NOT_FOUND, and with CONFLICT another version than expected.
 */
export async function setRights(
  db: EntityManager,
  { articleId, expectedVersion, rights }: { articleId: number; expectedVersion: number | null; rights: ArticleRights },
  now: Date,
): Promise<{ version: number; changed: boolean }> {
  const held = await holdArticle(db, articleId, expectedVersion);
  await pinRights(db, articleId);
  const [before] = await rowsOf<{ rights: ArticleRights }>(db, sql`select rights from article where id = ${articleId}`);
  if (isDeepStrictEqual(before?.rights, rights)) return { version: held.version, changed: false };

  const version = held.version + 1;
  await keepVersions(db, [articleId], now);
  await rowsOf(
    db,
    sql`update article set rights = ${JSON.stringify(rights)}::jsonb, version = ${version}, updated_at = ${now} where id = ${articleId}`,
  );
  await recordChanges(db, [{ kind: ChangeKind.UPDATED, articleId, version }], now);
  return { version, changed: true };
}
