import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { awaitMoments, type TimedArticle } from '../../changes/await-moments.js';
import { ChangeKind } from '../../changes/change.js';
import { recordChanges, type NewChange } from '../../changes/record-changes.js';
import { ArticleStatus } from '../../content/article.js';
import type { Reference } from '../../content/reference.js';
import { rowsOf } from '../../database/sql.js';
import type { ArticleOutcome } from './article-outcome.js';
import { noteSourceWithdrawals } from './note-source-withdrawals.js';
import { pinnedOf, withPinned } from './pin-article.js';
import type { PreparedArticle } from './prepare-article.js';
import { firstVersions, type HeldArticle, nextVersions } from './number-versions.js';
import { storeCorrections } from './store-corrections.js';
import { type ArticleWrite, insertArticles, updateArticles } from './write-articles.js';
import { holdSource } from './write-locks.js';

/**
 * The one way in: stores what is new, gives what has changed its next version, and leaves alone what has not. All of it in
 * the caller's transaction, with its changes recorded last. Gives one outcome per article, in the order given.
 */
export async function storeArticles(
  db: EntityManager,
  sourceId: number,
  articles: PreparedArticle[],
  reference: Reference,
  now: Date,
): Promise<ArticleOutcome[]> {
  // One writer a source at a time: two that met the same new item would both insert it.
  await holdSource(db, sourceId);
  const held = await heldArticles(db, sourceId, articles);
  const latest = latestOfEach(articles);
  const outcomes = articles.map(article =>
    outcomeOf(article, held.get(article.identity), latest.get(article.identity)),
  );
  const of = (result: string): PreparedArticle[] => articles.filter((_, place) => outcomes[place]?.result === result);

  const fresh = of('stored');
  const changed = of('updated').map(article => ({ article, held: held.get(article.identity)! }));
  const pinned = await pinnedOf(
    db,
    changed.map(pair => pair.held.id),
  );
  const again = changed.map(pair => ({ ...pair, article: withPinned(pair.article, pinned.get(pair.held.id)) }));
  const inserts = await firstVersions(db, sourceId, fresh, now);
  const updates = await nextVersions(db, sourceId, again, now);
  await noteSourceWithdrawals(db, updates, again, now);
  await insertArticles(db, sourceId, inserts, reference);
  await updateArticles(
    db,
    sourceId,
    updates,
    again.map(pair => pair.held),
    reference,
    now,
  );

  await storeCorrections(db, [...inserts, ...updates], now);
  await awaitMoments(db, [...inserts, ...updates].map(timed), now);

  const changes = [
    ...inserts.map(({ id }): NewChange => ({ kind: ChangeKind.PUBLISHED, articleId: id, version: 1 })),
    ...updates.map(({ id, version, article }): NewChange => ({
      kind: kindOf(article, held.get(article.identity)!),
      articleId: id,
      version,
    })),
  ];
  await recordChanges(db, changes, now);
  return outcomes;
}

async function heldArticles(
  db: EntityManager,
  sourceId: number,
  articles: PreparedArticle[],
): Promise<Map<string, HeldArticle>> {
  const rows = await rowsOf<HeldArticle>(
    db,
    sql`select origin.identity, origin.fingerprint, article.id, article.story_id as "storyId", article.version, article.status,
        article.published_at as "publishedAt", article.language, article.topic_ids as "topicIds",
        article.event_ids as "eventIds", article.countries,
        exists (select from withdrawal where withdrawal.article_id = article.id and restored_at is null and reason <> 'source')
          as "isHeldBack"
      from article_origin origin join article on article.id = origin.article_id
      where origin.source_id = ${sourceId} and origin.identity = any(${articles.map(({ identity }) => identity)}::text[])`,
  );
  return new Map(rows.map(row => [row.identity, row]));
}

/** Of items that a batch holds twice, the one last changed; of equals, the first. */
function latestOfEach(articles: PreparedArticle[]): Map<string, PreparedArticle> {
  const latest = new Map<string, PreparedArticle>();
  for (const article of articles) {
    const other = latest.get(article.identity);
    if (!other || changedAt(article) > changedAt(other)) latest.set(article.identity, article);
  }
  return latest;
}

function changedAt({ updatedAt, publishedAt }: PreparedArticle): number {
  return (updatedAt ?? publishedAt)?.getTime() ?? 0;
}

function outcomeOf(
  article: PreparedArticle,
  held: HeldArticle | undefined,
  latest: PreparedArticle | undefined,
): ArticleOutcome {
  const { label, notes } = article;
  const ended = (result: ArticleOutcome['result'], reason: string | null = null): ArticleOutcome => ({
    label,
    result,
    reason,
    notes,
  });

  if (latest !== article) {
    notes.push('The same item stands in this feed again: the one last changed was taken.');
    return ended('unchanged');
  }
  if (held?.fingerprint === article.fingerprint) return ended('unchanged');
  if (held?.isHeldBack) {
    notes.push('The desk has withdrawn it: nothing of it is taken until the desk restores it.');
    return ended('unchanged');
  }
  if (article.status === ArticleStatus.WITHDRAWN && !held) {
    return ended('rejected', 'Its source has canceled it, and it was never stored here.');
  }
  if (article.status === ArticleStatus.WITHDRAWN) notes.push('Its source has canceled it: it is withdrawn.');
  return ended(held ? 'updated' : 'stored');
}

/** What has been withdrawn is not changed by time. */
function timed({ id, article: { status, embargoedUntil, expiresAt } }: ArticleWrite): TimedArticle {
  if (status === ArticleStatus.WITHDRAWN) return { id, embargoedUntil: null, expiresAt: null };
  return { id, embargoedUntil, expiresAt };
}

function kindOf(article: PreparedArticle, held: HeldArticle): ChangeKind {
  if (article.status === ArticleStatus.WITHDRAWN) return ChangeKind.WITHDRAWN;
  if (held.status === ArticleStatus.WITHDRAWN) return ChangeKind.RESTORED;
  return article.correction ? ChangeKind.CORRECTED : ChangeKind.UPDATED;
}
