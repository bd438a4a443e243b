import type { EntityManager } from 'typeorm';
import { awaitMoments } from '../../changes/await-moments.js';
import { ChangeKind } from '../../changes/change.js';
import { recordChanges } from '../../changes/record-changes.js';
import { ArticleStatus } from '../../content/article.js';
import type { Reference } from '../../content/reference.js';
import { Refusal } from '../../refusal.js';
import { applyEdit, type ArticleEdit, isSame, momentsOf } from './apply-edit.js';
import { heldContent } from './held-content.js';
import { holdArticle } from './hold-article.js';
import { pinArticle } from './pin-article.js';
import { storeCorrections } from './store-corrections.js';
import { updateArticles } from './write-articles.js';

/** An edit, and of which version. */
export interface EditOrder {
  articleId: number;
  /** The version that the desk has looked at; null for whichever there is. */
  expectedVersion: number | null;
  edit: ArticleEdit;
}

/** What became of an article. */
export interface Edited {
  version: number;
  /** False where the edit says what was so already. */
  changed: boolean;
}

/**
 * Changes an article as storing does: what the desk gives is cleaned and bounded like what a source sends, the former version
 * is kept, and partners are told. Embargo, expiry and filing that the desk gives stay when its source sends the article anew.
 * Call it in a transaction, last. Refuses with NOT_FOUND, with CONFLICT what is withdrawn or has another version, and with
 * BAD_USER_INPUT what cannot be stored.
 */
export async function editArticle(
  db: EntityManager,
  { articleId, expectedVersion, edit }: EditOrder,
  reference: Reference,
  now: Date,
): Promise<Edited> {
  const { version, status, sourceId } = await holdArticle(db, articleId, expectedVersion);
  if (status === ArticleStatus.WITHDRAWN) {
    throw new Refusal('CONFLICT', 'The article is withdrawn: restore it before it is changed.', { version });
  }
  const held = await heldContent(db, articleId);
  const content = applyEdit(held, edit, reference.sources.byId.get(sourceId)!);
  await pinArticle(db, articleId, edit);
  if (isSame(held, content)) return { version, changed: false };

  const { storyId, publishedAt } = content;
  const article = { ...content, storyIdentity: null, label: content.headline, notes: [] };
  const write = { article, id: articleId, storyId, version: version + 1, publishedAt, updatedAt: now };
  const { language, topicIds, eventIds, countries } = held;
  const before = { id: articleId, publishedAt: held.publishedAt, language, topicIds, eventIds, countries };
  await updateArticles(db, sourceId, [write], [before], reference);
  await storeCorrections(db, [write], now);
  await awaitMoments(db, [{ id: articleId, ...momentsOf(content) }], now);
  await recordChanges(
    db,
    [{ kind: edit.correction ? ChangeKind.CORRECTED : ChangeKind.UPDATED, articleId, version: write.version }],
    now,
  );
  return { version: write.version, changed: true };
}
